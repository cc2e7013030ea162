const en = {
  title: 'On paper:',
  'map-pdf': 'Map (PDF, A4)',
  'map-a3': 'Map (PDF, A3)',
  'map-png': 'Map (PNG)',
  'brief-pdf': 'Brief of the province (PDF)',
  'brief-png': 'Brief of the province (PNG)',
  briefs: 'Briefs of all provinces (PDF)',
  briefNeedsProvince: 'Choose a province for its brief on one page.',
} as const;

const km: Readonly<Record<keyof typeof en, string>> = {
  title: 'លើក្រដាស៖',
  'map-pdf': 'ផែនទី (ឯកសារ PDF ទំហំ អា៤)',
  'map-a3': 'ផែនទី (ឯកសារ PDF ទំហំ អា៣)',
  'map-png': 'ផែនទី (រូបភាព PNG)',
  'brief-pdf': 'សង្ខេបខេត្ត (ឯកសារ PDF)',
  'brief-png': 'សង្ខេបខេត្ត (រូបភាព PNG)',
  briefs: 'សង្ខេបខេត្តទាំងអស់ (ឯកសារ PDF)',
  briefNeedsProvince: 'ជ្រើសរើសខេត្តមួយ ដើម្បីបានសេចក្តីសង្ខេបមួយទំព័រ។',
};

/** Texts of the links to prints. */
export const prints = { en, km };
