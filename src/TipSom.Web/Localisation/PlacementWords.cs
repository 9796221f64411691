using Microsoft.Extensions.Localization;
using TipSom.Domain.Victims;

namespace TipSom.Web.Localisation;

/// <summary>What a provider must know of a person, in words; null where it is not known.</summary>
public static class PlacementWords
{
    public static string? Children(IStringLocalizer<Ui> texts, Placement placement) => (placement.ChildrenAlong, placement.OldestBoy) switch
    {
        (null, _) => null,
        (0, _) => texts["no children"].Value,
        (1, null) => texts["1 child"].Value,
        (1, { } years) => texts["1 child, a boy aged {0}", years].Value,
        ({ } count, null) => texts["{0} children", count].Value,
        ({ } count, { } years) => texts["{0} children, the oldest boy aged {1}", count, years].Value
    };

    public static string? Access(IStringLocalizer<Ui> texts, Placement placement) =>
        placement.NeedsAccess is { } needs ? needs ? texts["to be provided for"].Value : texts["none to provide for"].Value : null;

    public static string? Papers(IStringLocalizer<Ui> texts, Placement placement)
    {
        string?[] known =
        [
            placement.HasCourtOrder is { } order ? order ? texts["order of a court in hand"].Value : texts["no order of a court"].Value : null,
            placement.HasIdentityPapers is { } papers ? papers ? texts["papers of identity in hand"].Value : texts["no papers of identity"].Value : null
        ];
        return known.Any(k => k is not null) ? string.Join(texts[", "].Value, known.Where(k => k is not null)) : null;
    }

    public static string? Security(IStringLocalizer<Ui> texts, Placement placement) =>
        placement.Security is { } level ? texts[Labels.Of(level)].Value : null;
}
