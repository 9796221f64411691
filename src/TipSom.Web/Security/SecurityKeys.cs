using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;

namespace TipSom.Web.Security;

/// <summary>
/// Security keys and passkeys. A question is sealed into the page that asks it, good for a short time, and its answer is taken once. On a
/// shared computer what is built into the computer is refused: it belongs to whoever knows the computer's own PIN.
/// </summary>
public sealed class SecurityKeys(
    UserManager<User> users, IPasskeyHandler<User> handler, IHttpContextAccessor accessor, TipSomDbContext db, SessionUser asks, Factors factors, AuditNotes notes,
    IDataProtectionProvider protection, TimeProvider clock, ILogger<SecurityKeys> log)
{
    private const string BuiltIn = "internal";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("security keys").ToTimeLimitedDataProtector();

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Asks for a key of this person; of anybody, where the key itself says whose it is.</summary>
    public Task<KeyQuestion> AskAsync(Guid? userId) => WithKeysAsync(async () =>
    {
        var user = userId is { } id ? await users.FindByIdAsync(id.ToString()) : null;
        var made = await handler.MakeRequestOptionsAsync(user, Context);
        return new KeyQuestion("get", made.RequestOptionsJson, Seal(made.AssertionState));
    });

    /// <summary>Asks for a new key of this person.</summary>
    public async Task<KeyQuestion> AskForNewAsync(User user)
    {
        var made = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.UserName!, DisplayName = user.DisplayName }, Context);
        return new KeyQuestion("create", made.CreationOptionsJson, Seal(made.AttestationState));
    }

    /// <summary>Who answered with their key; null where the answer is not right, was taken before, or is somebody else's than it must be.</summary>
    public Task<User?> AnswerAsync(KeyAnswer answer, Guid? whose, bool isShared, CancellationToken ct) => WithKeysAsync(async () =>
    {
        if (Open(answer.Question) is not { } question || answer.Credential is not { Length: > 0 } credential)
            return null;
        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = Context, CredentialJson = credential, AssertionState = question.State });
        if (!result.Succeeded || result.User.DisabledAt is not null || (whose is { } owner && owner != result.User.Id))
        {
            await notes.SignInAsync(result.User?.Id, SignInOutcome.WrongPasskey, Context.Place(), ct);
            log.LogWarning("Refused a security key: {Reason}", result.Succeeded ? "not theirs" : result.Failure.GetType().Name);
            return null;
        }

        if (isShared && IsBuiltIn(result.Passkey))
        {
            log.LogWarning("Refused a security key of {UserId}: built into a shared computer", result.User.Id);
            return null;
        }

        if (!await factors.TakeKeyAnswerAsync(question.Id, clock.GetUtcNow() + Lasts, ct))
            return null;
        // How often the key was used: a copy of it is found by that.
        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    });

    /// <summary>Takes a new key into use. Whether it did.</summary>
    public async Task<bool> AddAsync(User user, KeyAnswer answer, string name, bool isShared, CancellationToken ct)
    {
        if (Open(answer.Question) is not { } question || answer.Credential is not { Length: > 0 } credential)
            return false;
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = Context, CredentialJson = credential, AttestationState = question.State });
        if (!result.Succeeded || result.UserEntity.Id != user.Id.ToString() || (isShared && IsBuiltIn(result.Passkey)))
            return false;
        if (!await factors.TakeKeyAnswerAsync(question.Id, clock.GetUtcNow() + Lasts, ct))
            return false;
        result.Passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(user, result.Passkey)).Succeeded;
    }

    // A person reads their own keys. Before anybody is known the program does, which finds out whose they are.
    private async Task<T> WithKeysAsync<T>(Func<Task<T>> act)
    {
        if (asks.UserId is not null)
            return await act();
        asks.Program = ProgramWork.SignIn;
        await using var transaction = await db.Database.BeginTransactionAsync(Context.RequestAborted);
        var result = await act();
        await transaction.CommitAsync(Context.RequestAborted);
        asks.Program = null;
        return result;
    }

    private static bool IsBuiltIn(UserPasskeyInfo key) => key.Transports?.Contains(BuiltIn) == true;

    private string Seal(string? state) => protector.Protect(JsonSerializer.Serialize(new Question(Guid.CreateVersion7(), state ?? "")), Lasts);

    private Question? Open(string? sealedQuestion) =>
        protector.OpenOrNull(sealedQuestion) is { } question ? JsonSerializer.Deserialize<Question>(question) : null;

    private sealed record Question(Guid Id, string State);
}

/// <summary>What the script hands to the browser, and the seal that comes back with the answer.</summary>
/// <param name="Act">get or create.</param>
public sealed record KeyQuestion(string Act, string Options, string Sealed);

/// <summary>What comes back.</summary>
public sealed record KeyAnswer(string? Question, string? Credential);
