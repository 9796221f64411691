using System.Globalization;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Tables;

namespace TipSom.Web.Pages.Statistics.Reports;

/// <summary>
/// The monthly report of a district committee to the provincial one: its signed return, and beside it what the case records of the district say,
/// never added.
/// </summary>
public sealed class DistrictReport(IStringLocalizer<Ui> texts, CommitteeReturn? signed, CountedMonth counted)
{
    private static readonly NationalIndicator[] Persons =
    [
        NationalIndicator.Identified, NationalIndicator.ForcedLabour, NationalIndicator.SexualExploitation, NationalIndicator.OrganisedBegging,
        NationalIndicator.Smuggled
    ];

    private static readonly NationalIndicator[] Care =
        [NationalIndicator.Referred, NationalIndicator.ReferredToGovernment, NationalIndicator.ReferredToNgo, NationalIndicator.InCare];

    private static readonly NationalIndicator[] Steps =
        [NationalIndicator.Investigations, NationalIndicator.Accused, NationalIndicator.Arrested, NationalIndicator.Prosecutions, NationalIndicator.Convictions];

    private FigureSet Reported => signed?.Figures ?? FigureSet.Nothing;

    /// <summary>Reads and writes it; null where there is no such district. At most three statements.</summary>
    /// <param name="db">As the reader.</param>
    /// <param name="texts">In the reader's language.</param>
    /// <param name="names">With the districts.</param>
    /// <param name="district">Code of the district.</param>
    /// <param name="month">The month.</param>
    /// <param name="scope">Whose records; null for those of all agencies.</param>
    /// <param name="today">The day of the report.</param>
    /// <param name="ct">Ends the request.</param>
    public static async Task<Report?> LoadAsync(
        TipSomDbContext db, IStringLocalizer<Ui> texts, FigureNames names, string district, ReportPeriod month, Guid? scope, DateOnly today, CancellationToken ct)
    {
        if (!names.Has("district", district))
            return null;
        var report = new DistrictReport(texts, await db.CommitteeReturnAsync(district, month, ct), await db.CountedInDistrictAsync(district, month, scope, ct));
        return report.Write(district, names.Of("found", district), month, scope is null ? texts["All agencies"] : names.Of("authority", $"{scope}"), today);
    }

    private Report Write(string code, string district, ReportPeriod month, string authority, DateOnly today) => new(
        texts["District report"], month.Name,
        [
            new(texts["District"], district), new(texts["Month"], MonthName(month)), new(texts["Committee"], signed is null ? texts["No signed return of the committee for this month can be read here."] : new BilingualName(signed.NameEn, signed.NameUr).Here),
            .. signed is null ? Array.Empty<CoverLine>() :
            [
                new(texts["Signed return"], signed.Number), new(texts["Signed on"], PortalTime.Moment(signed.SignedAt))
            ],
            new(texts["Records of"], authority),
            new(texts["Records counted up to"], counted.CountedAt is { } at ? PortalTime.Moment(at) : texts["Not available"]),
            new(texts["Day of the report"], PortalTime.Day(today)),
            new(texts["How to read it"], texts["Each source counts in its own way, and none is added to another. What each figure counts is said at the end."])
        ],
        [Law(), SideBySide("victims", texts["Victims identified"], Persons), SideBySide("care", texts["Referred to care"], Care)])
    {
        FileName = $"tipsom-district-report-{month.Name}-{code}"
    };

    private static string MonthName(ReportPeriod month) => month.From.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    private ReportSection Law() => new("law", texts["Law enforcement"])
    {
        Lead = [texts["From the committee's return. Each law stands alone, and there is no sum over them."]],
        Tables =
        [
            new(texts["Law enforcement"], [texts["Figure"], texts["Law and kind"], texts["Return"]], [.. Steps.SelectMany(RowsOf)])
        ]
    };

    // Every law that was reported; where none was, one line that says so.
    private IEnumerable<IReadOnlyList<TableCell>> RowsOf(NationalIndicator step)
    {
        var name = texts[StepName(step)].Value;
        if (!FigureCell.IsByLaw(step))
            return [[name, ReportTables.None, Reported.Total(step)]];
        var laws = (
            from law in Enum.GetValues<LawOfCount>()
            from kind in Enum.GetValues<KindOfCount>()
            where Reported[FigureCell.Of(step, law, kind)] is not null
            select (IReadOnlyList<TableCell>)[name, FigureLabels.Of(law, kind, texts), Reported[FigureCell.Of(step, law, kind)]]).ToList();
        return laws.Count == 0 ? [[name, ReportTables.None, TableCell.Missing]] : laws;
    }

    private ReportSection SideBySide(string id, string heading, NationalIndicator[] indicators) => new(id, heading)
    {
        Lead = counted.Cells.Count > 0
            ? [texts["Case records: people found in the district in the month, each once in a calendar year, and people whose first referral of the year was sent in it."]]
            : [texts["No record is counted for this district and month."]],
        Tables = [ReportTables.SideBySide(
            heading, indicators, [(texts["Return"], Reported), (texts[FigureSources.Of(FigureSource.Records)], counted.Figures)], Reported, counted.Figures, texts)]
    };

    // As the committees call the steps of law enforcement.
    private static string StepName(NationalIndicator step) => step switch
    {
        NationalIndicator.Investigations => "First information reports",
        NationalIndicator.Prosecutions => "Persons sent to court (challan)",
        _ => FigureLabels.Of(step)
    };
}
