using TipSom.Data.Encryption;
using TipSom.Domain.Finding;
using TipSom.Domain.Names;
using TipSom.Domain.Victims;

namespace TipSom.Data.Finding;

/// <summary>What of an identity a person can be found by. The one place that says so: a name added to the identity is added here.</summary>
internal static class IdentityReading
{
    public static IEnumerable<string?> Names(IdentityDetails details) => [details.Name, details.NameInOtherScript, details.Nickname];

    public static IEnumerable<string?> Parents(IdentityDetails details) => [details.FatherName, details.HusbandName, details.MotherName];

    /// <summary>The numbers of all papers, as they are compared.</summary>
    public static IEnumerable<string> Numbers(IdentityDetails details) =>
        (details.Papers ?? []).Select(p => p.Number).Prepend(details.IdNumber).OfType<string>()
            .Select(typed => IdentityNumber.TryNormalise(typed, out var number) ? number : typed).Distinct();

    public static NamedPerson Named(IdentityDetails details, int? birthYear, string? districtCode) =>
        new([.. Names(details).OfType<string>()], [.. Parents(details).OfType<string>()], details.BirthDate?.Year ?? birthYear, districtCode);

    public static IEnumerable<UInt128> Keys(IdentityDetails details, SearchKeys keys)
    {
        foreach (var number in Numbers(details))
            yield return keys.OfIdentityNumber(number);
        if (SearchTerm.PhoneOf(details.Phone) is { } phone)
            yield return keys.OfPhone(phone);
    }
}
