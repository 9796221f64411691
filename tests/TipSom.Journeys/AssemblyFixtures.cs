using TipSom.Journeys.Browsing;
using TipSom.TestSupport;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(Chromium))]
