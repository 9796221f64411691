using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using TipSom.Data.Encryption;
using TipSom.Data.Finding;
using TipSom.Domain.Names;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Finding;

/// <summary>
/// How long an index takes to fill from the database, what it takes of memory, and how long a search takes in what one station sees.
/// TIPSOM_PEOPLE=1000000 fills it as the whole country would; every run takes fewer.
/// </summary>
public sealed class ManyPeopleTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const int Stations = 20;
    private static readonly int Many = int.Parse(Environment.GetEnvironmentVariable("TIPSOM_PEOPLE") ?? "2000", CultureInfo.InvariantCulture);
    private static readonly string[] First = ["Zarmeena", "زرمینہ", "Nasreen", "Muhammad", "Yousaf", "Kashif", "گلفراز", "Parveen", "Rukhsana", "Tariq", "Hashmat", "Ayesha"];
    private static readonly string[] Second = ["Bibi", "Khan", "Gul", "Akhtar", "Raza", "حسین", "Iqbal", "Javed", "Saeed", "Bano", "Rehman", "Shah", "Noor"];

    [Fact]
    public async Task A_search_in_what_one_station_sees_is_quick_among_many()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var stations = new List<Guid> { police.Station.Id };
        while (stations.Count < Stations)
            stations.Add((await world.StationAsync(police)).Id);
        var keys = new MasterKeys(TestKeys.Master);
        var cipher = new RecordCipher(keys);
        await MakeAsync((await world.CaseAsync(police.Officer)).Id, stations, cipher);

        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var index = new PersonIndex();
        var keeper = new IndexKeeper(TestKeys.Program(source), cipher, new SearchKeys(TestKeys.Purposes), index, TimeProvider.System);
        var watch = Stopwatch.StartNew();
        await keeper.FillAsync(TestContext.Current.CancellationToken);
        var filled = watch.Elapsed;
        var took = Enumerable.Range(0, 100).Select(i =>
        {
            watch.Restart();
            index.Named(new NameQuery($"{First[i % First.Length]} {Second[i % Second.Length]}", First[(i + 3) % First.Length]), Sight.Of(stations[i % Stations]), 25);
            return watch.Elapsed.TotalMilliseconds;
        }).Order().ToList();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{index.Count} people: filled in {filled.TotalSeconds:F1} s, {(GC.GetTotalMemory(true) - before) >> 20} MB; a search in one of {Stations} stations takes {took[50]:F1} ms in the middle, {took[95]:F1} ms for 95 of 100"));
        Assert.Equal(Many + 1, index.Count);
        Assert.True(took[50] < 1_000, $"{took[50]} ms");
    }

    // Rows like those of one case, each with names of its own, past every trigger: the question is how they are read.
    private async Task MakeAsync(Guid pattern, List<Guid> stations, RecordCipher cipher)
    {
        var people = Enumerable.Range(0, Many).Select(_ => (Case: Guid.CreateVersion7(), Victim: Guid.CreateVersion7())).ToList();
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await RunAsync("set session_replication_role = replica; create temp table people (place int, case_id uuid, victim_id uuid, unit_id uuid)");
        await using (var copy = await connection.BeginBinaryImportAsync("copy people from stdin (format binary)"))
        {
            for (var i = 0; i < Many; i++)
                await copy.WriteRowAsync(CancellationToken.None, i, people[i].Case, people[i].Victim, stations[i % Stations]);
            await copy.CompleteAsync();
        }

        await CopyAsync("cases", "t.id", ("id", "p.case_id"), ("number", "'TS-T-' || p.place"), ("holding_unit_id", "p.unit_id"));
        await CopyAsync("case_access", "t.case_id", ("case_id", "p.case_id"), ("unit_id", $"case t.unit_id when '{stations[0]}' then p.unit_id else t.unit_id end"));
        await CopyAsync("victims", "t.case_id", ("id", "p.victim_id"), ("case_id", "p.case_id"));
        await using (var copy = await connection.BeginBinaryImportAsync("copy casework.victim_identities (victim_id, case_id, sealed_details, updated_at) from stdin (format binary)"))
        {
            for (var i = 0; i < Many; i++)
            {
                var details = new IdentityDetails(
                    $"{First[i % First.Length]} {Second[i / 7 % Second.Length]}", $"{First[i / 3 % First.Length]} {Second[i / 11 % Second.Length]}",
                    (9_000_000_000_000 + i).ToString(CultureInfo.InvariantCulture), (399_0000000 + i).ToString(CultureInfo.InvariantCulture));
                await copy.StartRowAsync();
                await copy.WriteAsync(people[i].Victim, NpgsqlDbType.Uuid);
                await copy.WriteAsync(people[i].Case, NpgsqlDbType.Uuid);
                await copy.WriteAsync(cipher.Seal(SealKinds.Identity, people[i].Victim, details), NpgsqlDbType.Bytea);
                await copy.WriteAsync(DateTime.UtcNow, NpgsqlDbType.TimestampTz);
            }

            await copy.CompleteAsync();
        }

        await RunAsync("analyze casework.cases, casework.case_access, casework.victims, casework.victim_identities");

        // Every row of the pattern once for each person, with some columns of its own.
        async Task CopyAsync(string table, string caseOf, params (string Column, string Own)[] own)
        {
            await using var ask = new NpgsqlCommand($"select column_name::text from information_schema.columns where table_schema = 'casework' and table_name = '{table}'", connection);
            var columns = new List<string>();
            await using (var reader = await ask.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                    columns.Add(reader.GetString(0));
            }

            var values = columns.Select(c => own.FirstOrDefault(o => o.Column == c).Own ?? "t." + c);
            await RunAsync($"insert into casework.{table} ({string.Join(", ", columns)}) select {string.Join(", ", values)} from casework.{table} t, people p where {caseOf} = '{pattern}'");
        }

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync();
        }
    }
}
