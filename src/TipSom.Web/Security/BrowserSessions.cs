using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Telling;

namespace TipSom.Web.Security;

/// <summary>The session of this browser, from the password to its end. Each step gets a key of its own, so that a key planted before is worth nothing after.</summary>
public sealed class BrowserSessions(
    IHttpContextAccessor accessor, SessionStore sessions, Factors factors, KnownPlaces places, SignInCookies cookies, AuditNotes notes, IHostEnvironment environment,
    ILogger<BrowserSessions> log)
{
    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    private string? Key => Context.Request.Cookies[cookies.Session];

    /// <summary>
    /// The password, or a code in its place, was right. Where to go on: to the second step, to the page that sets one up, or, for a demo
    /// account in Development, in.
    /// </summary>
    public async Task<string> PasswordGivenAsync(User user, bool isShared, string returnUrl, CancellationToken ct)
    {
        if (user.IsDemo && environment.IsDevelopment())
        {
            await StartAsync(user.Id, isShared, SignInOutcome.SignedIn, ct);
            return returnUrl;
        }

        var held = await factors.HeldByAsync(user.Id, ct);
        await EndHalfAsync(ct);
        var stage = held.Any ? SessionStage.PasswordGiven : SessionStage.SettingUp;
        cookies.Set(Context, cookies.Half, await sessions.StartAsync(NewSession(user.Id, stage, isShared, false), ct));
        return (held.Any ? "/account/second-step" : "/account/set-up") + QueryString.Create("returnUrl", returnUrl);
    }

    /// <summary>What comes between the password and the session in this browser; null where that is nothing.</summary>
    public async Task<HalfSession?> HalfAsync(CancellationToken ct) =>
        Context.Request.Cookies[cookies.Half] is { Length: > 0 } key ? await sessions.FindHalfAsync(key, ct) : null;

    /// <summary>The second step was right: signs in.</summary>
    public async Task CompleteAsync(HalfSession half, SignInOutcome by, CancellationToken ct)
    {
        await EndHalfAsync(ct);
        await StartAsync(half.UserId, half.IsShared, by, ct);
    }

    /// <summary>Signs in. What was open in this browser does not live on beside it.</summary>
    /// <param name="by">By what; <see cref="SignInOutcome.SignedIn"/> is without a second factor.</param>
    public async Task StartAsync(Guid userId, bool isShared, SignInOutcome by, CancellationToken ct)
    {
        // Nobody comes in without an entry.
        await notes.SignInAsync(userId, by, Context.Place(), ct);
        if (Key is { } open)
            await sessions.EndAsync(open, ct);
        cookies.Set(Context, cookies.Session, await sessions.StartAsync(NewSession(userId, SessionStage.Full, isShared, by != SignInOutcome.SignedIn), ct));
        var device = isShared ? null : Context.Request.Cookies[cookies.Device] ?? WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        if (device is not null)
            cookies.Set(Context, cookies.Device, device);
        if (await places.SignedInAsync(userId, Visitor.PlaceOf(Context), device, ct))
            await places.TellAsync(userId, NotificationKind.SignedInElsewhere, ct);
        log.LogInformation("Signed in {UserId}", userId);
    }

    /// <summary>The person proved anew who they are. With the second factor, that lets them do for a while what asks for it.</summary>
    public async Task ProveAsync(bool withFactor, CancellationToken ct)
    {
        if (Key is { } key && await sessions.ProveAsync(key, withFactor, ct) is { } renewed)
            cookies.Set(Context, cookies.Session, renewed);
    }

    /// <summary>The person's stamp changed, which ends every session: this browser goes on with a new one.</summary>
    public async Task RestampAsync(User user, CancellationToken ct)
    {
        var isShared = Context.User.HasClaim(People.Shared, "true");
        await sessions.EndOthersAsync(user.Id, null, ct);
        cookies.Set(Context, cookies.Session, await sessions.StartAsync(NewSession(user.Id, SessionStage.Full, isShared, withFactor: !Context.User.IsDemo()) with { Stamp = user.SecurityStamp }, ct));
    }

    /// <summary>Hides the screen.</summary>
    public Task HideAsync(string? url, CancellationToken ct) => Key is { } key ? sessions.HideAsync(key, url, ct) : Task.CompletedTask;

    /// <summary>Where a hidden screen goes on.</summary>
    public async Task<string> HiddenUrlAsync(CancellationToken ct) => (Key is { } key ? await sessions.HiddenUrlAsync(key, ct) : null) ?? "/";

    /// <summary>Ends the session, for every copy of its cookie.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        await EndHalfAsync(ct);
        if (Key is { } key)
            await sessions.EndAsync(key, ct);
        cookies.Remove(Context, cookies.Session);
    }

    private async Task EndHalfAsync(CancellationToken ct)
    {
        if (Context.Request.Cookies[cookies.Half] is not { Length: > 0 } half)
            return;
        await sessions.EndAsync(half, ct);
        cookies.Remove(Context, cookies.Half);
    }

    private NewSession NewSession(Guid userId, SessionStage stage, bool isShared, bool withFactor) =>
        new(userId, stage, isShared, withFactor, Visitor.DeviceOf(Context), Context.Place() ?? "");
}
