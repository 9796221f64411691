using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.Imports;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Imports;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Imports;

/// <summary>A register comes in whole, once, in the name of who brought it, or not at all.</summary>
public sealed class ImportRegisterTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly int People = int.Parse(Environment.GetEnvironmentVariable("TIPSOM_IMPORT") ?? "1200", CultureInfo.InvariantCulture);

    private readonly World world = new(database);
    private readonly ServiceProvider services = ImporterToKill.Services(database.AppConnectionString);
    private Force force = null!;

    private ImportRegister Importer => services.GetRequiredService<ImportRegister>();

    public async ValueTask InitializeAsync() => force = await world.PoliceAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Killed_in_the_middle_and_resumed_each_line_is_in_once()
    {
        var file = Register.Of(People);
        var import = await StartAsync(file);
        var watch = Stopwatch.StartNew();
        using (var killed = new ImporterToKill(database.AppConnectionString))
        {
            while (await CountAsync("select people_in from casework.register_imports where id = $1", import.Id) < People / 3)
                await Task.Delay(20, TestContext.Current.CancellationToken);
            killed.Kill();
        }

        var when = watch.Elapsed;
        Assert.Equal(0, await SeenAsync());
        var inSoFar = await CountAsync("select count(*) from casework.victims v join casework.cases c on c.id = v.case_id where c.import_id = $1", import.Id);
        Assert.InRange(inSoFar, People / 3, People - 1);
        // Another portal waits until nobody has it in hand.
        Assert.False(await Importer.WorkAsync(TestContext.Current.CancellationToken));
        await OwnerAsync("update casework.register_imports set in_hand_until = null where id = $1", import.Id);
        watch.Restart();
        using (var resumed = new ImporterToKill(database.AppConnectionString))
        using (var beside = new ImporterToKill(database.AppConnectionString))
        {
            await resumed.EndAsync();
            await beside.EndAsync();
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{inSoFar} of {People} in when killed after {when.TotalSeconds:F1} s, the rest in {watch.Elapsed.TotalSeconds:F1} s");
        Assert.Equal(People, await SeenAsync());
        var names = await NamesAsync(import.Id);
        Assert.Equal(Enumerable.Range(1, People).Select(Register.Name).Order(), names.Order());
        var end = await world.AsAsync(force.Supervisor, (_, db) => db.Imports.AsNoTracking().SingleAsync(i => i.Id == import.Id));
        Assert.Equal((ImportStatus.Finished, People, end.Cases), (end.Status, end.PeopleIn, end.CasesIn));
    }

    [Fact]
    public async Task Time_and_memory_stand_beside_a_bare_copy_of_the_same_lines()
    {
        var file = Register.Of(People);
        var lines = RegisterFile.Read(RegisterFormat.Csv, file);
        var copied = await CopyAsync(lines);
        var import = await StartAsync(file);
        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        Assert.True(await Importer.WorkAsync(TestContext.Current.CancellationToken));
        watch.Stop();
        using var own = Process.GetCurrentProcess();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{People} people in {watch.Elapsed.TotalSeconds:F1} s, {People / watch.Elapsed.TotalSeconds:F0} a second; a bare COPY of the same lines "
            + $"{copied.TotalSeconds:F2} s ({watch.Elapsed / copied:F0} times less); this process at most {own.PeakWorkingSet64 >> 20} MB, "
            + $"{(GC.GetTotalAllocatedBytes() - before) >> 20} MB passed through");
        var end = await world.AsAsync(force.Supervisor, (_, db) => db.Imports.AsNoTracking().SingleAsync(i => i.Id == import.Id));
        Assert.Equal(ImportStatus.Finished, end.Status);
        Assert.Equal(People, await SeenAsync());
    }

    [Fact]
    public async Task Cancelled_while_it_runs_nothing_is_left()
    {
        var import = await StartAsync(Register.Of(People));
        using (var killed = new ImporterToKill(database.AppConnectionString))
        {
            while (await CountAsync("select people_in from casework.register_imports where id = $1", import.Id) == 0)
                await Task.Delay(10, TestContext.Current.CancellationToken);
            var watch = Stopwatch.StartNew();
            await world.CancelAsync(force.Supervisor, import);
            Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
            await killed.EndAsync();
        }

        Assert.Equal(0, await CountAsync("select count(*) from casework.cases where import_id = $1", import.Id));
        Assert.Equal(0, await SeenAsync());
        var end = await world.AsAsync(force.Supervisor, (_, db) => db.Imports.AsNoTracking().SingleAsync(i => i.Id == import.Id));
        Assert.Equal((ImportStatus.Cancelled, (byte[]?)null), (end.Status, end.SealedFile));
    }

    [Fact]
    public async Task It_is_nobodys_business_but_the_supervisors_of_that_unit()
    {
        var import = await StartAsync(Register.Of(3));
        var other = await world.PoliceAsync();

        foreach (var stranger in new[] { force.Officer, other.Supervisor })
            Assert.Equal(0, await world.AsAsync(stranger, (_, db) => db.Imports.CountAsync()));
        await Assert.ThrowsAsync<RuleBrokenException>(() => world.UploadAsync(Register.Of(3), other.Station, force.Supervisor));
        var below = await world.UserAsync(force.Station, Role.Supervisor);
        var above = await Assert.ThrowsAsync<DbUpdateException>(() => world.UploadAsync(Register.Of(3), force.Headquarters, below));
        Assert.Contains("A register is brought in for a unit of the own tree.", above.InnerException!.Message, StringComparison.Ordinal);
        await OwnerAsync("delete from casework.register_imports where id = $1", import.Id);
    }

    [Fact]
    public async Task Nothing_is_brought_in_for_an_account_that_was_closed()
    {
        var supervisor = await world.UserAsync(force.Headquarters, Role.Supervisor);
        var import = await StartAsync(Register.Of(3), supervisor);
        await OwnerAsync("update identity.users set disabled_at = now() where id = $1", supervisor.Id);

        Assert.False(await Importer.WorkAsync(TestContext.Current.CancellationToken));

        await OwnerAsync("delete from casework.register_imports where id = $1", import.Id);
    }

    [Theory]
    [InlineData("update casework.register_imports set status = 'Finished' where id = $1", "This import has ended already.")]
    [InlineData("update casework.register_imports set people_in = 9 where id = $1", "permission denied")]
    [InlineData("""
        insert into casework.cases (id, number, kind, border, proposed_lead, status, district_code, holding_unit_id, holding_agency_id, logged_by_id, logged_by_name, logged_at, updated_at, import_id)
        select gen_random_uuid(), 'TS-2026-00000A', 'Trafficking', 'Unknown', 'Police', 'Open', 'PB-LAHORE', u.id, u.agency_id, security.my_user(), 'x', now(), now(), $1
        from identity.units u where u.id = security.my_unit()
        """, "Only an import brings in the cases of a register.")]
    public async Task By_hand_nobody_moves_it_on_or_hides_a_case_in_it(string sql, string refusal)
    {
        var import = await StartAsync(Register.Of(3));

        var error = await Assert.ThrowsAnyAsync<Exception>(() => world.AsAsync(force.Supervisor, (_, db) =>
            db.Database.ExecuteSqlRawAsync(sql.Replace("$1", $"'{import.Id}'", StringComparison.Ordinal))));

        Assert.Contains(refusal, error.Message, StringComparison.Ordinal);
        await OwnerAsync("delete from casework.register_imports where id = $1", import.Id);
    }

    private Task<RegisterImport> StartAsync(byte[] file, TipSom.Data.Identity.User? by = null) => world.ImportAsync(file, force, by);

    private Task<int> SeenAsync() => world.AsAsync(force.Officer, (_, db) => db.Victims.CountAsync());

    private async Task<List<string>> NamesAsync(Guid import)
    {
        var names = new List<string>();
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand(
            "select i.victim_id, i.sealed_details from casework.victim_identities i join casework.cases c on c.id = i.case_id where c.import_id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = import });
        await using var identities = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await identities.ReadAsync(TestContext.Current.CancellationToken))
            names.Add(services.GetRequiredService<RecordCipher>().Open<IdentityDetails>(
                SealKinds.Identity, identities.GetGuid(0), identities.GetFieldValue<byte[]>(1)).Name!);
        return names;
    }

    private async Task<TimeSpan> CopyAsync(IReadOnlyList<string[]> lines)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (var make = new NpgsqlCommand(
            $"create table bare_copy ({string.Join(", ", lines[0].Select(h => $"\"{h}\" text"))})", connection))
            await make.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        await using (var copy = await connection.BeginBinaryImportAsync("copy bare_copy from stdin (format binary)", TestContext.Current.CancellationToken))
        {
            foreach (var line in lines.Skip(1))
                await copy.WriteRowAsync(TestContext.Current.CancellationToken, [.. line]);
            await copy.CompleteAsync(TestContext.Current.CancellationToken);
        }

        return watch.Elapsed;
    }

    private async Task<long> CountAsync(string sql, Guid id)
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task OwnerAsync(string sql, Guid id)
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await command.ExecuteNonQueryAsync();
    }
}
