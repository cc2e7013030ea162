export function App() {
  return <h1>Safety Net Atlas</h1>;
}
