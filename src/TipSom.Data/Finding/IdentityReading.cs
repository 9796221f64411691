using TipSom.Data.Encryption;
using TipSom.Domain.Finding;
using TipSom.Domain.Names;
using TipSom.Domain.Victims;

namespace TipSom.Data.Finding;

/// <summary>What of an identity a person can be found by. The one place that says so: a name added to the identity is added here.</summary>
internal static class IdentityReading
{
    public static IEnumerable<string?> Names(IdentityDetails details) => [details.Name];

    public static IEnumerable<string?> Parents(IdentityDetails details) => [details.FatherName];

    public static NamedPerson Named(IdentityDetails details, int? birthYear, string? districtCode) =>
        new([.. Names(details).OfType<string>()], [.. Parents(details).OfType<string>()], birthYear, districtCode);

    public static IEnumerable<UInt128> Keys(IdentityDetails details, SearchKeys keys)
    {
        if (details.IdNumber is { } number)
            yield return keys.OfIdentityNumber(number);
        if (SearchTerm.PhoneOf(details.Phone) is { } phone)
            yield return keys.OfPhone(phone);
    }
}
