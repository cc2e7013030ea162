import { FILE_NOTES, type FileNoteCode, NUMBERS_WENT, type NumbersWent } from '@atlas/server/contracts';

type Key = FileNoteCode | `went-${NumbersWent}` | 'file';

const en: Readonly<Record<Key, string>> = {
  ...FILE_NOTES,
  'went-code': `{sum} ${NUMBERS_WENT.code}`,
  'went-crosswalk': `{sum} ${NUMBERS_WENT.crosswalk}`,
  'went-divided': `{sum} ${NUMBERS_WENT.divided}`,
  'went-older-edition': `{sum} ${NUMBERS_WENT['older-edition']}`,
  'went-rejected': `{sum} ${NUMBERS_WENT.rejected}`,
  file: 'File {file}:',
};

const km: Readonly<Record<Key, string>> = {
  'heads-in': 'ក្បាលជួរឈរនៅបន្ទាត់ {line} អ្វីដែលនៅខាងលើមិនត្រូវបានអានទេ',
  tags: 'បន្ទាត់ {line} មានស្លាក HXL ហើយមិនត្រូវបានអានទេ',
  'other-sheets': 'អានតែសន្លឹកទីមួយ សន្លឹក {count} ទៀតមិនត្រូវបានអានទេ',
  'unread-columns': 'ជួរឈរដែលមិនត្រូវបានអាន៖ {columns}',
  'summed-communes': '{code}, {period}៖ ផលបូកនៃ {codes}',
  'too-many-villages': '{code}, {period}៖ ចំនួនភូមិដែលបានរាយច្រើនជាងចំនួនភូមិសរុប ដូច្នេះមិនយកចំនួនសរុបទេ',
  divided: '{code}, {period}៖ ចែកតាមសមាមាត្រក្នុងតារាងភ្ជាប់លេខកូដ ជាការប៉ាន់ស្មាន៖ {codes}',
  'stray-villages': 'ភូមិដែលគ្មានក្នុងសំណុំទីកន្លែងណាមួយ ត្រូវបានរាប់សម្រាប់ឃុំរបស់វា៖ {codes}',
  'no-edition-of-year': 'មិនទាន់មានសំណុំទីកន្លែងនៃឆ្នាំ {year} ទេ ជួរទាំងនេះរង់ចាំវា',
  'stray-codes': 'លេខកូដដែលមិនមែនជាទីកន្លែងក្នុង {edition} ជួររបស់វាមិនភ្ជាប់អ្វីទេ៖ {codes}',
  'led-on-before': 'ចំនួននៃឃុំដែលជំហានប្រែប្រួល នៅកន្លែងដែលត្រូវបាននាំទៅពីមុន ក្នុងការបញ្ចូល {uploads}៖ សូមដកវាវិញ រួចផ្ទុកឯកសារទាំងនោះម្តងទៀត',
  went: '{measure}៖ {total}',
  'went-code': '{sum} តាមលេខកូដផ្ទាល់',
  'went-crosswalk': '{sum} តាមតារាងភ្ជាប់លេខកូដ',
  'went-divided': '{sum} ចែកតាមសមាមាត្រក្នុងតារាងភ្ជាប់លេខកូដ',
  'went-older-edition': '{sum} រក្សាទុកលើសំណុំទីកន្លែងចាស់',
  'went-rejected': '{sum} ក្នុងជួរដែលមិនអាចទទួលបាន',
  file: 'ឯកសារ {file}៖',
};

/** What is worth knowing of a file that was read. */
export const notes = { en, km };
