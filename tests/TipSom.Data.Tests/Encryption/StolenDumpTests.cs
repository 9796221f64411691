using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Documents;
using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;
using TipSom.Data.Seeding;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Documents;
using TipSom.Domain.Referrals;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Encryption;

/// <summary>Somebody takes a plain dump of the whole database away: it names nobody. With the keys it is the whole portal again; with others it is nothing.</summary>
public sealed class StolenDumpTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const string CannotBeOpened = "This record cannot be opened.";

    private static readonly MasterKeys Keys = new(TestKeys.Master);

    private static readonly string[] OfTheCase =
    [
        World.KnownIdentity.Name!, World.KnownIdentity.FatherName!, World.KnownIdentity.IdNumber!, World.KnownIdentity.Phone!, World.KnownNarrative,
        "Messagecanary", "Carecanary", "Plancanary", "Doorcanary", "Lanecanary", "Titlecanary", "تصویر زرمینہ", "Contentcanary"
    ];

    [Fact]
    public async Task A_dump_names_nobody_and_opens_with_the_keys_only()
    {
        await DemoData.LoadAsync(database.OwnerConnectionString, new AccessContext(TestKeys.Context), Keys, TimeProvider.System, TestContext.Current.CancellationToken);
        await using var world = new World(database);
        await AddACaseAsync(world);
        var secrets = OfTheCase.Concat(await DemoSecretsAsync(database.SuperuserConnectionString)).Distinct().ToList();
        var programs = await ProgramsAsync(database.SuperuserConnectionString);
        var file = Path.Combine(Path.GetTempPath(), $"tipsom-{Guid.NewGuid():n}.sql");
        try
        {
            await RunAsync(Path.Combine(programs, "pg_dump"), database.SuperuserConnectionString, "--format=plain", $"--file={file}");
            var dump = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            output.WriteLine($"{secrets.Count} secrets looked for in {dump.Length / 1024} KB");
            Assert.Contains("COPY casework.case_document_contents", dump, StringComparison.Ordinal);
            Assert.True(secrets.Count > 100, "The demo data hold more than that.");
            foreach (var secret in secrets.SelectMany(Spellings))
                Assert.False(dump.Contains(secret, StringComparison.Ordinal), $"The dump holds \"{secret}\".");

            var restored = new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString) { Database = $"restored_{Guid.NewGuid():n}" };
            await OnServerAsync($"create database {restored.Database}");
            try
            {
                await RunAsync(Path.Combine(programs, "psql"), restored.ConnectionString, "--quiet", "--set=ON_ERROR_STOP=1", $"--file={file}");
                await OpensAsync(restored.ConnectionString);
            }
            finally
            {
                await OnServerAsync($"drop database {restored.Database} with (force)");
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Writes a database to a file, as a thief or a backup would.</summary>
    internal static async Task DumpAsync(string connection, string file) =>
        await RunAsync(Path.Combine(await ProgramsAsync(connection), "pg_dump"), connection, "--format=plain", $"--file={file}");

    [Fact]
    public void What_is_looked_for_would_be_found()
    {
        var spelled = Spellings("تصویر زرمینہ").ToList();

        Assert.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes("تصویر زرمینہ")), spelled);
        Assert.Contains(spelled, s => Convert.ToBase64String(Encoding.UTF8.GetBytes("x تصویر زرمینہ y")).Contains(s, StringComparison.Ordinal));
    }

    /// <summary>A case with everything that is sealed, made by the program.</summary>
    private static async Task AddACaseAsync(World world)
    {
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.InCare);
        await world.WriteAsync(cast.Police.Officer, referral, Side.Sender);
        await world.RecordCareAsync(cast.Shelter.Caseworker, referral);
        await world.PlanAsync(cast.Shelter.Caseworker, referral);
        await world.AsAsync(cast.Police.Officer, async (scope, db) => scope.GetRequiredService<CaseFiles>().Add(
            await db.Cases.SingleAsync(c => c.Id == referral.CaseId), DocumentKind.CourtPaper, null, PlainFile.Of("a.pdf", TestFiles.Pdf("(Contentcanary)")),
            new DocumentName("تصویر زرمینہ.pdf", "Titlecanary"), World.ActorOf(cast.Police.Officer)));
    }

    /// <summary>Everything of the demo data that names or describes somebody, opened with the keys.</summary>
    internal static async Task<List<string>> DemoSecretsAsync(string connection)
    {
        var cipher = new RecordCipher(Keys);
        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(connection).Options);
        var secrets = new List<string?>();
        foreach (var identity in await db.VictimIdentities.AsNoTracking().ToListAsync())
        {
            var details = cipher.Open<IdentityDetails>(SealKinds.Identity, identity.VictimId, identity.SealedDetails);
            secrets.AddRange([details.Name, details.FatherName, details.IdNumber, details.Phone]);
        }

        foreach (var @case in await db.Cases.AsNoTracking().Where(c => c.SealedNarrative != null).ToListAsync())
            secrets.Add(cipher.Open<string>(SealKinds.Narrative, @case.Id, @case.SealedNarrative));
        foreach (var message in await db.ReferralMessages.AsNoTracking().ToListAsync())
            secrets.Add(cipher.Open<string>(SealKinds.Message, message.Id, message.SealedText));
        foreach (var suspect in await db.Suspects.AsNoTracking().ToListAsync())
        {
            var details = cipher.Open<SuspectDetails>(SealKinds.Suspect, suspect.Id, suspect.SealedDetails);
            secrets.AddRange([details.Name, details.NameInOtherScript, details.Phone, details.Description]);
        }

        foreach (var note in await db.CaseNotes.AsNoTracking().ToListAsync())
            secrets.Add(cipher.Open<string>(SealKinds.CaseNote, note.Id, note.SealedText));
        foreach (var record in await db.ExploitationRecords.AsNoTracking().Where(r => r.SealedAccount != null).ToListAsync())
            secrets.Add(cipher.Open<string>(SealKinds.ExploitationAccount, record.Id, record.SealedAccount!));
        return [.. secrets.OfType<string>().Where(s => s.Length >= 6)];
    }

    private static async Task OpensAsync(string connection)
    {
        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(connection).Options);
        var identity = (await db.VictimIdentities.AsNoTracking().ToListAsync()).Select(i => (i.VictimId, i.SealedDetails)).ToList();
        var document = await db.CaseDocuments.AsNoTracking().SingleAsync(d => d.Kind == DocumentKind.CourtPaper);
        var content = await db.CaseDocumentContents.AsNoTracking().SingleAsync(c => c.DocumentId == document.Id);
        var (right, wrong) = (new RecordCipher(Keys), new RecordCipher(new MasterKeys(RandomNumberGenerator.GetBytes(MasterKeys.KeyLength))));

        Assert.Contains(identity, i => right.Open<IdentityDetails>(SealKinds.Identity, i.VictimId, i.SealedDetails) == World.KnownIdentity);
        Assert.Equal("Titlecanary", right.Open<DocumentName>(SealKinds.CaseDocumentName, document.Id, document.SealedName).Title);
        Assert.Contains("Contentcanary", Encoding.Latin1.GetString(right.Open<byte[]>(SealKinds.CaseDocument, document.Id, content.SealedContent)), StringComparison.Ordinal);
        var sentences = identity.Select(i => Refusal(() => wrong.Open<IdentityDetails>(SealKinds.Identity, i.VictimId, i.SealedDetails)))
            .Append(Refusal(() => wrong.Open<DocumentName>(SealKinds.CaseDocumentName, document.Id, document.SealedName)))
            .Append(Refusal(() => wrong.Open<byte[]>(SealKinds.CaseDocument, document.Id, content.SealedContent)))
            // And with the right keys, but moved to another row.
            .Append(Refusal(() => right.Open<byte[]>(SealKinds.CaseDocument, Guid.NewGuid(), content.SealedContent)));
        Assert.Equal([CannotBeOpened], sentences.Distinct());
    }

    private static string Refusal(Func<object> open) => Assert.Throws<CryptographicException>(open).Message;

    /// <summary>As text, in hexadecimal, and in base 64 wherever in three bytes it begins.</summary>
    private static IEnumerable<string> Spellings(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return secret;
        yield return Convert.ToHexStringLower(bytes);
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
            // The first and the last letters depend on what stands beside it.
            if (text[(before == 0 ? 0 : 4)..^4] is { Length: >= 10 } inner)
                yield return inner;
        }
    }

    private static async Task<string> ProgramsAsync(string superuser)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select setting from pg_config where name = 'BINDIR'", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task RunAsync(string program, string connection, params string[] arguments)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(program, [$"--host={to.Host}", $"--port={to.Port}", $"--username={to.Username}", .. arguments, to.Database!])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["PGPASSWORD"] = to.Password ?? "" }
        };
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await said;
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)}: {await wrong}");
    }
}
