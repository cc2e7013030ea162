import { FILE_ISSUES, type FileIssueCode } from '@atlas/server/contracts';

const km: Readonly<Record<FileIssueCode, string>> = {
  'no-places': 'មិនទាន់មានទីកន្លែងពិតត្រូវបានផ្ទុកទេ ហើយចំនួនពិតមិនដែលដាក់លើទិន្នន័យបង្ហាញឡើយ។ សូមផ្ទុកបញ្ជីទីកន្លែង ឬព្រំប្រទល់ជាមុនសិន។',
  'no-row': 'គ្មានជួរទិន្នន័យទេ។',
  'missing-columns': 'គ្មានជួរឈរ {columns} ទេ។',
  'two-columns': 'មានជួរឈរពីរក្នុងឯកសារដែលជា {column}។',
  demonstration: 'ឯកសារនេះមានទិន្នន័យបង្ហាញ៖ ចំនួនប្រឌិតមិនដែលដាក់លើទីកន្លែងពិតទេ។',
  'rows-rejected': 'មិនអាចទទួលបាន {count} ជួរ ហើយអ្នកបានស្នើឱ្យទទួលទាំងអស់ ឬមិនទទួលសោះ។',
  'no-year': 'ឆ្នាំដែលបានបញ្ជាក់ មិនមែនជាឆ្នាំទេ។',
  'no-indicator': 'គ្មានសូចនាករឈ្មោះនេះដែលតារាងអាចផ្តល់បានទេ មាន {indicators}។',
  'no-upload': 'គ្មានការបញ្ចូលលេខ {upload} ទេ។',
  'undone-already': 'ការបញ្ចូល {upload} ត្រូវបានដកវិញរួចហើយ នៅ {day}។',
};

/** Why a whole file, or an undo, is refused. */
export const refusals = { en: FILE_ISSUES, km };
