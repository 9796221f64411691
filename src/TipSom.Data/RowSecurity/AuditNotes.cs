using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TipSom.Data.RowSecurity;

/// <summary>What became of an attempt to sign in. The names that begin with SignedIn let somebody in.</summary>
public enum SignInOutcome
{
    SignedIn,
    SignedInWithCode,
    SignedInWithRecoveryCode,
    SignedInWithPasskey,
    UnknownAccount,
    WrongPassword,
    WrongCode,
    WrongRecoveryCode,
    WrongPasskey,
    Disabled,
    TooManyTries
}

/// <summary>
/// Writes to the trail what changes no row: who came in, who was refused, what left the portal. Who it was is the signed context's to say;
/// the detail is a short code, never words of a person.
/// </summary>
public sealed class AuditNotes(NpgsqlDataSource database, ProgramDatabase program, AccessContext context)
{
    public const string SignIn = "SIGN_IN";
    public const string SignInRefused = "SIGN_IN_REFUSED";
    public const string SignOut = "SIGN_OUT";
    public const string StepUp = "STEP_UP";
    public const string StepUpRefused = "STEP_UP_REFUSED";
    public const string Refused = "REFUSED";
    public const string RefusedByRule = "REFUSED_BY_RULE";
    public const string Export = "EXPORT";
    public const string AuditRead = "AUDIT_READ";

    /// <summary>Every act besides the change of a row.</summary>
    public static IReadOnlyList<string> Acts { get; } =
        [SignIn, SignInRefused, SignOut, StepUp, StepUpRefused, Refused, RefusedByRule, Export, AuditRead];

    /// <summary>That somebody tried to sign in, and how it ended. The account is null where there is none of that name.</summary>
    public Task SignInAsync(Guid? account, SignInOutcome outcome, string? place, CancellationToken ct) =>
        program.ListAsync(ProgramWork.SignIn, "select from audit.note_sign_in($1, $2, $3)", _ => true, ct, account, outcome.ToString(), place);

    /// <summary>An act in the transaction of the request, so that what it belongs to happens with it or not at all.</summary>
    public static Task InRequestAsync(TipSomDbContext db, string act, string subject, Guid? row, string? detail, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select audit.note({act}, {subject}, {row}, {detail})", ct);

    /// <summary>An act in a transaction of its own: it stays, whatever becomes of the request.</summary>
    public async Task AloneAsync(SessionUser user, string act, string subject, Guid? row, string? detail, CancellationToken ct)
    {
        if (user.UserId is not { } id)
            return;
        // A batch is one transaction, which is what the context lasts for.
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('tipsom.context', $1, true)"));
        AddValues(batch.BatchCommands[0].Parameters, context.Sign(id, TimeProvider.System.GetUtcNow(), user.SessionId, user.Place));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select audit.note($1, $2, $3, $4)"));
        AddValues(batch.BatchCommands[1].Parameters, act, subject, row, detail);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static void AddValues(NpgsqlParameterCollection parameters, params IEnumerable<object?> values)
    {
        foreach (var value in values)
            parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
    }
}
