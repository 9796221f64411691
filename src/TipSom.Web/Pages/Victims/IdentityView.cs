using TipSom.Data;
using TipSom.Domain.Victims;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Victims;

/// <summary>An opened identity with the words of its codes, as _IdentityDetails shows it.</summary>
public sealed record IdentityView(IdentityDetails Details, bool AddressIsConfidential, IReadOnlyList<Choice> Kinds)
{
    /// <summary>False where a confidential address stays closed all the same.</summary>
    public bool ShowsConfidentialAddress { get; init; } = true;

    /// <summary>Names beside the first, each with the key of its label; null where there is none.</summary>
    public IEnumerable<(string Label, string? Value)> OtherNames =>
    [
        ("The name in the other script", Details.NameInOtherScript), ("Nickname", Details.Nickname), ("Husband's name", Details.HusbandName),
        ("Mother's name", Details.MotherName)
    ];

    /// <summary>What a paper is, and which country issued it.</summary>
    public string KindOf(IdentityPaper paper) => Kinds.NameOf(paper.KindCode) + (paper.CountryCode is { } country ? $" ({Kinds.NameOf(country)})" : "");

    public static async Task<IdentityView> OfAsync(TipSomDbContext db, IdentityDetails details, bool addressIsConfidential, CancellationToken ct)
    {
        var codes = await db.CodeChoicesAsync(ct, CodeChoices.Papers, CodeChoices.Countries);
        return new IdentityView(details, addressIsConfidential, [.. codes[CodeChoices.Papers], .. codes[CodeChoices.Countries]]);
    }

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(IdentityView);
}
