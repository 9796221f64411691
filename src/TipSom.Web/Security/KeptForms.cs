using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace TipSom.Web.Security;

/// <summary>A form that was sent and has to wait until the person has proved who they are: sealed for them, for a short time, and kept in the page that asks.</summary>
public sealed class KeptForms(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(20);

    public string Keep(ClaimsPrincipal user, string url, IFormCollection form)
    {
        var fields = from field in form
                     where field.Key != "__RequestVerificationToken"
                     from value in field.Value
                     select new KeptField(field.Key, value ?? "");
        return ProtectorOf(user).Protect(JsonSerializer.Serialize(new KeptForm(url, [.. fields])), Lasts);
    }

    /// <summary>The form, where it is this person's and not too old.</summary>
    public KeptForm? Open(ClaimsPrincipal user, string? kept) =>
        ProtectorOf(user).OpenOrNull(kept) is { } form ? JsonSerializer.Deserialize<KeptForm>(form) : null;

    private ITimeLimitedDataProtector ProtectorOf(ClaimsPrincipal user) =>
        protection.CreateProtector("kept form", user.FindFirstValue(ClaimTypes.NameIdentifier)!).ToTimeLimitedDataProtector();
}

/// <summary>Where a form was sent to, and what it said.</summary>
public sealed record KeptForm(string Url, IReadOnlyList<KeptField> Fields);

/// <summary>One field of it.</summary>
public sealed record KeptField(string Name, string Value);
