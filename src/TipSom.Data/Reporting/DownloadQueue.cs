using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Reporting;

/// <summary>A download that one portal has in hand.</summary>
/// <param name="Id">Which.</param>
/// <param name="UserId">Who asked.</param>
/// <param name="Attempt">How often making it was begun, this time included: what an earlier portal still says of it is not heard.</param>
/// <param name="Role">The role with which it was asked for, if the person still has it in the same unit; otherwise null.</param>
public sealed record DownloadInHand(Guid Id, Guid UserId, int Attempt, Role? Role);

/// <summary>What a maker made.</summary>
/// <param name="Content">The file.</param>
/// <param name="FileName">Its name: Latin letters, digits, dots and hyphens.</param>
/// <param name="Rows">How many rows it has; stands in the audit trail.</param>
public sealed record MadeFile(byte[] Content, string FileName, int Rows);

/// <summary>
/// The downloads that wait to be made. Taken one by one, so that no two portals make the same; one that was killed is begun anew by another
/// when its time in hand is over.
/// </summary>
public sealed class DownloadQueue(IServiceScopeFactory scopes, ProgramDatabase program, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>For how long a download is in one portal's hands, each time it says that it goes on.</summary>
    public static readonly TimeSpan InHand = TimeSpan.FromSeconds(30);

    /// <summary>Takes the next in hand; null where none waits.</summary>
    public async Task<DownloadInHand?> TakeAsync(CancellationToken ct) => (await program.ListAsync(
        ProgramWork.Downloads, "select download_id, user_id, attempt, role from security.take_download($1)",
        row => row.IsDBNull(0)
            ? null
            : new DownloadInHand(row.GetGuid(0), row.GetGuid(1), row.GetInt32(2), row.IsDBNull(3) ? null : Enum.Parse<Role>(row.GetString(3))),
        ct, InHand)).Single();

    /// <summary>Says how much is done. False where it was cancelled, or is in other hands.</summary>
    public Task<bool> GoesOnAsync(DownloadInHand job, int done, int of, CancellationToken ct) => program.AskAsync<bool>(
        ProgramWork.Downloads, "select security.download_goes_on($1, $2, $3, $4, $5)", ct, job.Id, job.Attempt, done, of, InHand);

    /// <summary>Keeps the file, sealed, in the name of who asked. False where that person lost the role meanwhile, or gave it up.</summary>
    public async Task<bool> FinishAsync(DownloadInHand job, MadeFile made, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SessionUser>().UserId = job.UserId;
        var db = scope.ServiceProvider.GetRequiredService<TipSomDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand(
            "select security.finish_download($1, $2, $3, $4, $5, $6, $7, $8)", (NpgsqlConnection)db.Database.GetDbConnection());
        object[] values =
        [
            job.Id, job.Attempt, cipher.Seal(SealKinds.Download, job.Id, made.Content), made.FileName, made.Content.Length,
            SHA256.HashData(made.Content), made.Rows, clock.GetUtcNow() + Download.Kept
        ];
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        var finished = (bool)(await command.ExecuteScalarAsync(ct))!;
        await transaction.CommitAsync(ct);
        return finished;
    }

    /// <summary>It could not be made; the sentence says why.</summary>
    public Task<bool> FailAsync(DownloadInHand job, string sentence, CancellationToken ct) =>
        program.AskAsync<bool>(ProgramWork.Downloads, "select security.fail_download($1, $2, $3)", ct, job.Id, job.Attempt, sentence);

    /// <summary>Takes away the files whose day is over. How many.</summary>
    public Task<int> EmptyOldAsync(CancellationToken ct) =>
        program.AskAsync<int>(ProgramWork.Downloads, "select security.empty_old_downloads($1)", ct, clock.GetUtcNow());
}
