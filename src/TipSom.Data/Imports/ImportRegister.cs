using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Imports;
using TipSom.Domain.Victims;

namespace TipSom.Data.Imports;

/// <summary>
/// Does the work of imports piece by piece, each piece in one transaction with the rights of who asked for it. Killed between two
/// pieces, it goes on where it was; two portals at once do each piece once.
/// </summary>
public sealed class ImportRegister(
    IServiceScopeFactory scopes, NpgsqlDataSource database, ProgramDatabase program, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>People of one piece, more or less: a piece is what a cancellation waits for.</summary>
    private const int Piece = 250;

    // Much longer than a piece takes, and what a killed portal costs.
    private static readonly TimeSpan InHand = TimeSpan.FromSeconds(30);

    // Showing tens of thousands of cases at once is the longest statement of an import.
    private const int LongestSeconds = 120;

    /// <summary>Reads the lines of a file with the columns chosen, by the districts there are.</summary>
    public async Task<RegisterPlan> PlanAsync(TipSomDbContext db, RegisterImport import, CancellationToken ct)
    {
        var file = cipher.Open<byte[]>(SealKinds.Register, import.Id, import.SealedFile);
        var districts = await db.Districts.AsNoTracking().Where(d => d.IsOffered).ToListAsync(ct);
        // The day of the upload, not today: a file read again tomorrow must give the same lines.
        var reader = new RegisterReader(import.Columns, districts, PakistanTime.DayOf(import.UploadedAt));
        return RegisterPlan.Of(RegisterFile.Read(import.Format, file), reader);
    }

    /// <summary>Takes one import in hand and does what is to be done for it. False where there was none.</summary>
    public async Task<bool> WorkAsync(CancellationToken ct)
    {
        if (await TakeAsync(ct) is not var (import, user))
            return false;
        var status = await ReadAsync(user, db => db.Imports.Where(i => i.Id == import).Select(i => (ImportStatus?)i.Status).SingleOrDefaultAsync(ct), ct);
        if (status == ImportStatus.Running)
            await BringInAsync(import, user, ct);
        while (await AskAsync<int>(user, "select security.take_out_import($1, $2, $3)", ct, import, Piece, InHand) > 0)
        {
            // Piece by piece, so that no transaction is long.
        }

        return true;
    }

    /// <summary>Empties the sealed files of imports that ended some days ago.</summary>
    public Task<int> EmptyOldAsync(CancellationToken ct) => program.AskAsync<int>(
        ProgramWork.Imports, "select security.empty_old_imports($1)", ct, clock.GetUtcNow().AddDays(-RegisterImport.DaysKept));

    private async Task<(Guid Import, Guid User)?> TakeAsync(CancellationToken ct) => (await program.ListAsync<(Guid, Guid)?>(
        ProgramWork.Imports, "select import_id, user_id from security.take_import($1)",
        taken => taken.IsDBNull(0) ? null : (taken.GetGuid(0), taken.GetGuid(1)), ct, InHand)).Single();

    private async Task BringInAsync(Guid importId, Guid user, CancellationToken ct)
    {
        var (import, plan, actor) = await ReadAsync(user, async db =>
        {
            var found = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == importId, ct);
            var by = await db.Users.Where(u => u.Id == user).Select(u => new Actor(u.Id, u.UnitId, u.AgencyId, u.DisplayName)).SingleAsync(ct);
            return (found, await PlanAsync(db, found, ct), by);
        }, ct);
        for (var place = import.CasesIn; place < plan.Cases.Count;)
        {
            var piece = new List<IReadOnlyList<RegisterLine>>();
            for (var people = 0; place + piece.Count < plan.Cases.Count && people < Piece; people += piece[^1].Count)
                piece.Add(plan.Cases[place + piece.Count]);
            var come = JsonSerializer.Serialize(await RowsAsync(piece, import, actor, ct));
            if (!await AskAsync<bool>(user, "select security.bring_in($1, $2, $3, $4, $5, $6)", ct,
                    import.Id, place, piece.Count, piece.Sum(c => c.Count), new NpgsqlParameter { Value = come, NpgsqlDbType = NpgsqlDbType.Jsonb }, InHand))
                return;
            place += piece.Count;
        }

        await AskAsync<bool>(user, "select security.finish_import($1)", ct, import.Id);
    }

    private async Task<Dictionary<string, List<Dictionary<string, object?>>>> RowsAsync(
        List<IReadOnlyList<RegisterLine>> piece, RegisterImport import, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var numbers = await FreeNumbersAsync(piece.Count, now, ct);
        await using var scope = scopes.CreateAsyncScope();
        // Only the mapping is needed: nothing is saved through it.
        var db = scope.ServiceProvider.GetRequiredService<TipSomDbContext>();
        foreach (var (lines, number) in piece.Zip(numbers))
        {
            var @case = Case.Log(number, lines[0].Facts, lines[0].Person, by, now);
            @case.BroughtInWith(import);
            foreach (var line in lines.Skip(1))
                @case.AddPerson(line.Person, by, now);
            if (string.Join("\n\n", lines.Select(l => l.Happened).OfType<string>().Distinct()) is { Length: > 0 } happened)
                @case.KeepNarrative(cipher.Seal(SealKinds.Narrative, @case.Id, happened));
            db.Add(@case);
            foreach (var (line, victim) in lines.Zip(@case.Victims).Where(p => !p.First.Identity.IsEmpty))
                db.Add(new VictimIdentity(victim.Id, @case.Id, cipher.Seal(SealKinds.Identity, victim.Id, line.Identity), now));
        }

        return RowsAsJson.Of(db.ChangeTracker.Entries());
    }

    private async Task<IReadOnlyList<string>> FreeNumbersAsync(int count, DateTimeOffset now, CancellationToken ct)
    {
        var free = new HashSet<string>();
        while (free.Count < count)
        {
            var drawn = Enumerable.Range(0, count - free.Count).SelectMany(_ => FreeNumbers.Candidates(RecordNumber.CasePrefix, now)).ToArray();
            await using var command = database.CreateCommand("""
                select security.first_free_number(($1::text[])[i * 4 + 1 : i * 4 + 4]) from generate_series(0, cardinality($1::text[]) / 4 - 1) i
                """);
            command.Parameters.Add(new NpgsqlParameter { Value = drawn });
            await using var numbers = await command.ExecuteReaderAsync(ct);
            while (await numbers.ReadAsync(ct))
                if (!numbers.IsDBNull(0))
                    free.Add(numbers.GetString(0));
        }

        return [.. free];
    }

    // A transaction of its own, with the rights of the user.
    private async Task<T> ReadAsync<T>(Guid user, Func<TipSomDbContext, Task<T>> read, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SessionUser>().UserId = user;
        var db = scope.ServiceProvider.GetRequiredService<TipSomDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var found = await read(db);
        await transaction.CommitAsync(ct);
        return found;
    }

    private Task<T> AskAsync<T>(Guid user, string sql, CancellationToken ct, params IEnumerable<object> values) => ReadAsync(user, async db =>
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await db.Database.ExecuteSqlAsync($"select set_config('statement_timeout', {$"{LongestSeconds}s"}, true)", ct);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LongestSeconds };
        foreach (var value in values)
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }, ct);
}
