const tab = (pagePath: string, text: string, icon: string) => ({
  pagePath,
  text,
  iconPath: `assets/tab/${icon}.png`,
  selectedIconPath: `assets/tab/${icon}-on.png`,
})

/** Each area is fetched ahead while the tab that leads to it is looked at; what is no other tab's is home's. */
const ahead: Record<string, string> = {
  'pages/station': 'pages/tab/station/index',
  'pages/study': 'pages/tab/study/index',
  'pages/people': 'pages/tab/me/index',
}
const preloaded = (page: string) => ({
  network: 'all' as const,
  packages: SUBPACKAGES.map(part => part.root).filter(root => (ahead[root] ?? 'pages/tab/home/index') === page),
})

// A page of the browser build that is left while it slides in would stay white.
const browser = process.env.TARO_ENV === 'h5' ? { animation: false } : {}

// Taro's type for app.json does not know this switch.
const cloud = { cloud: true }

export default defineAppConfig({
  pages: TABS,
  // Every other page, found by config/pages.ts: a new page registers nowhere.
  subPackages: SUBPACKAGES,
  preloadRule: Object.fromEntries(TABS.map(page => [page, preloaded(page)])),
  lazyCodeLoading: 'requiredComponents',
  style: 'v2',
  ...cloud,
  ...browser,
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '您点“我到了”时看一次，确认到了驿站' } },
  window: {
    navigationBarTitleText: '新邻',
    navigationBarBackgroundColor: '#FAF7F2',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAF7F2',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#665D55',
    selectedColor: '#B3261E',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      tab('pages/tab/home/index', '首页', 'house'),
      tab('pages/tab/station/index', '驿站', 'map-pin'),
      tab('pages/tab/study/index', '学习', 'book-open'),
      tab('pages/tab/me/index', '我的', 'user'),
    ],
  },
})
