using Microsoft.AspNetCore.Identity;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Telling;

namespace TipSom.Web.Security;

/// <summary>Whether somebody is who they say: the password, and a code of the second step. Everything wrong takes the same time and is counted.</summary>
public sealed class Proofs(
    UserManager<User> users, GuessGuard guard, KnownPlaces places, Factors factors, AuditNotes notes, NobodysPassword nobodys, IHttpContextAccessor accessor, ILogger<Proofs> log)
{
    private string Place => Visitor.PlaceOf(accessor.HttpContext ?? throw new InvalidOperationException("There is no request."));

    /// <summary>The person with this name and password. Unknown, wrong, waiting and not in use: nobody, after one password hash.</summary>
    public async Task<(User? User, DateTimeOffset? WaitsUntil)> PasswordAsync(string userName, string password, CancellationToken ct)
    {
        var account = users.NormalizeName(userName)!;
        var user = await users.FindByNameAsync(userName);
        var isKnown = await places.IsKnownAsync(user?.Id, Place, ct);
        var waits = await guard.TryAsync(GuessKind.Password, account, Place, isKnown, ct);
        if (waits is not null || user is not { DisabledAt: null, PasswordHash: not null })
        {
            HashForNobody(password);
            await NoteAsync(user?.Id, waits is not null ? SignInOutcome.TooManyTries : user is null ? SignInOutcome.UnknownAccount : SignInOutcome.Disabled, ct);
            log.LogWarning("Refused a sign-in: {Reason}", waits is not null ? "waiting" : user is null ? "unknown account" : "not in use");
        }
        else if (users.PasswordHasher.VerifyHashedPassword(user, user.PasswordHash, password) != PasswordVerificationResult.Failed)
        {
            await guard.ForgiveAsync(GuessKind.Password, account, Place, isKnown, ct);
            return (user, null);
        }
        else
        {
            await NoteAsync(user.Id, SignInOutcome.WrongPassword, ct);
            log.LogWarning("Refused a sign-in of {UserId}: wrong password", user.Id);
        }

        return (null, waits ?? await guard.WaitsUntilAsync(GuessKind.Password, account, Place, ct));
    }

    /// <summary>Whether the code is right, and taken by this.</summary>
    public async Task<(bool IsRight, DateTimeOffset? WaitsUntil)> CodeAsync(Guid userId, CodeKind kind, string code, CancellationToken ct)
    {
        var account = userId.ToString("D");
        var isKnown = await places.IsKnownAsync(userId, Place, ct);
        if (await guard.TryAsync(GuessKind.Code, account, Place, isKnown, ct) is { } waits)
        {
            await NoteAsync(userId, SignInOutcome.TooManyTries, ct);
            return (false, waits);
        }

        if (kind == CodeKind.App ? await factors.TakeAppCodeAsync(userId, code, ct) : await factors.TakeCardCodeAsync(userId, code, ct))
        {
            await guard.ForgiveAsync(GuessKind.Code, account, Place, isKnown, ct);
            return (true, null);
        }

        await NoteAsync(userId, kind == CodeKind.App ? SignInOutcome.WrongCode : SignInOutcome.WrongRecoveryCode, ct);
        log.LogWarning("Refused a code of {UserId}", userId);
        var until = await guard.WaitsUntilAsync(GuessKind.Code, account, Place, ct);
        // Whoever got here knows the password.
        if (until is not null)
            await places.TellAsync(userId, NotificationKind.SecondStepFailed, ct);
        return (false, until);
    }

    private Task NoteAsync(Guid? account, SignInOutcome outcome, CancellationToken ct) =>
        notes.SignInAsync(account, outcome, accessor.HttpContext!.Place(), ct);

    /// <summary>Takes as long as looking at a password does.</summary>
    public void HashForNobody(string password)
    {
        nobodys.Hash ??= users.PasswordHasher.HashPassword(null!, Guid.NewGuid().ToString());
        users.PasswordHasher.VerifyHashedPassword(null!, nobodys.Hash, password);
    }
}

/// <summary>The password of an account nobody has: checking against it costs an unknown name what a known one costs. Made once by each portal.</summary>
public sealed class NobodysPassword
{
    public string? Hash { get; set; }
}

/// <summary>Where a code of the second step comes from.</summary>
public enum CodeKind
{
    /// <summary>The authenticator app.</summary>
    App,

    /// <summary>The printed card.</summary>
    Card
}
