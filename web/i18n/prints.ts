const en = {
  title: 'On paper:',
  'map-pdf': 'Map (PDF)',
  'map-png': 'Map (PNG)',
  'brief-pdf': 'Brief of the province (PDF)',
  'brief-png': 'Brief of the province (PNG)',
  briefs: 'Briefs of all provinces (PDF)',
  briefNeedsProvince: 'Choose a province for its brief on one page.',
  options: 'Section and paper of the map',
  part: 'Section',
  'part-seen': 'As on the screen',
  paper: 'Paper',
  'paper-a4': 'A4',
  'paper-a3': 'A3',
  orientation: 'Held',
  'orientation-landscape': 'Landscape',
  'orientation-portrait': 'Portrait',
  withLayers: 'What is switched on is printed: layers, their types, reach and routes.',
} as const;

const km: Readonly<Record<keyof typeof en, string>> = {
  title: 'លើក្រដាស៖',
  'map-pdf': 'ផែនទី (ឯកសារ PDF)',
  'map-png': 'ផែនទី (រូបភាព PNG)',
  'brief-pdf': 'សង្ខេបខេត្ត (ឯកសារ PDF)',
  'brief-png': 'សង្ខេបខេត្ត (រូបភាព PNG)',
  briefs: 'សង្ខេបខេត្តទាំងអស់ (ឯកសារ PDF)',
  briefNeedsProvince: 'ជ្រើសរើសខេត្តមួយ ដើម្បីបានសេចក្តីសង្ខេបមួយទំព័រ។',
  options: 'ផ្នែក និងក្រដាសនៃផែនទី',
  part: 'ផ្នែក',
  'part-seen': 'ដូចលើអេក្រង់',
  paper: 'ក្រដាស',
  'paper-a4': 'អា៤',
  'paper-a3': 'អា៣',
  orientation: 'ទិសក្រដាស',
  'orientation-landscape': 'ផ្តេក',
  'orientation-portrait': 'បញ្ឈរ',
  withLayers: 'អ្វីដែលបានបើកនឹងត្រូវបោះពុម្ព៖ ស្រទាប់ ប្រភេទ ចម្ងាយ និងផ្លូវធ្វើដំណើរ។',
};

/** Texts of the links to prints. */
export const prints = { en, km };
