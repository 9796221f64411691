using TipSom.TestSupport;

[assembly: AssemblyFixture(typeof(PostgresServer))]
