using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.Domain.Reporting;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Statistics;

/// <summary>The names of what figures are divided by, in the reader's language.</summary>
public sealed class FigureNames(IReadOnlyList<FigureName> names, IStringLocalizer<Ui> texts)
{
    private readonly Dictionary<(string, string), string> byCode = names.ToDictionary(n => (n.List, n.Code), n => n.Here);

    /// <summary>The agencies whose figures may be asked for alone.</summary>
    public IEnumerable<Choice> Authorities => names.Where(n => n.List == "authority").Select(n => new Choice(n.Code, n.Here)).OrderBy(c => c.Label, StringComparer.CurrentCulture);

    /// <summary>Whether there is such a code; of districts only where they were read.</summary>
    public bool Has(string list, string code) => byCode.ContainsKey((list, code));

    /// <summary>Reads them in one statement.</summary>
    public static async Task<FigureNames> LoadAsync(TipSomDbContext db, IStringLocalizer<Ui> texts, CancellationToken ct, bool withDistricts = false)
    {
        var rows = await db.Database.SqlQuery<FigureName>($"""
            select 'province' as "List", p.code as "Code", p.name_en as "En", p.name_ur as "Ur" from reference.provinces p
            union all select 'district', d.code, d.name_en, d.name_ur from reference.districts d where {withDistricts}
            union all select l.list, l.code, l.label_en, coalesce(l.label_ur, l.label_en) from reference.code_list_entries l
                where l.list in ('exploitation_type', 'isic_section') or l.list = 'country' and {withDistricts}
            union all select case when a.kind in ('CareProvider', 'ChildProtection') then 'provider' else 'authority' end, a.id::text, a.name_en, a.name_ur
                from identity.agencies a where a.kind <> 'Oversight'
            """).ToListAsync(ct);
        return new FigureNames(rows, texts);
    }

    /// <summary>What a value of a dimension is called.</summary>
    public string Of(string dimension, string value) => dimension switch
    {
        _ when value == "Unknown" => texts["Not known"],
        "month" => new DateOnly(2000, int.Parse(value, CultureInfo.InvariantCulture), 1).ToString("MMMM", CultureInfo.CurrentCulture),
        "sex" => texts[Labels.Of(Enum.Parse<Sex>(value))],
        "age" => texts[Labels.Of(Enum.Parse<AgeBand>(value))],
        "global" => texts[value],
        "border" => texts[value == nameof(BorderCrossing.AcrossBorder) ? "Across the border" : "Inside Pakistan"],
        "forced-labour" => texts[value],
        "service" => texts[Labels.Of(Enum.Parse<ServiceType>(value))],
        "urgency" => texts[Labels.Of(Enum.Parse<Urgency>(value))],
        "status" => texts[ReferralLabels.Of(Enum.Parse<ReferralStatus>(value))],
        "declined" => texts[ReferralLabels.Of(Enum.Parse<DeclineReason>(value))],
        "outcome" => texts[ReferralLabels.Of(Enum.Parse<ReferralOutcome>(value))],
        "answered" => texts[OfAnswer(value)],
        _ when value == "Abroad" => texts["Abroad"],
        "found-province" or "exploited-province" or "origin-province" => Named("province", value),
        "found" or "exploited" or "origin" => Named("district", value),
        "citizenship" => Named("country", value),
        "form" => Named("exploitation_type", value),
        "sector" => Named("isic_section", value),
        "authority" => byCode.TryGetValue(("authority", value), out var agency) ? agency : Named("provider", value),
        "provider" => Named("provider", value),
        _ => value
    };

    /// <summary>The order in which values stand where it is not that of their figures.</summary>
    public static IReadOnlyList<string>? OrderOf(string dimension) => dimension switch
    {
        "age" => [.. Enum.GetNames<AgeBand>().Skip(1), nameof(AgeBand.Unknown)],
        "sex" => Enum.GetNames<Sex>(),
        "global" => Enum.GetNames<GlobalGroup>(),
        "answered" => ["Within1", "Within4", "Within24", "Within72", "Later", "Not"],
        "status" => Enum.GetNames<ReferralStatus>(),
        _ => null
    };

    private static string OfAnswer(string value) => value switch
    {
        "Within1" => "up to 1 h",
        "Within4" => "up to 4 h",
        "Within24" => "up to 24 h",
        "Within72" => "up to 3 days",
        "Later" => "after 3 days",
        _ => "no answer"
    };

    // A place abroad stands among districts by the code of its country.
    private string Named(string list, string value) =>
        byCode.TryGetValue((list, value), out var name) ? name : byCode.TryGetValue(("country", value), out var country) ? country : value;
}

/// <summary>A code and what it is called.</summary>
public sealed record FigureName(string List, string Code, string En, string Ur)
{
    public string Here => new BilingualName(En, Ur).Here;
}
