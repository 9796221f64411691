using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Agencies;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Plots;
using TipSom.Web.Tables;

namespace TipSom.Web.Pages.Statistics.Reports;

/// <summary>The annual report: the country's, or that of one authority.</summary>
public sealed class AnnualReport
{
    private static readonly string[] OfRecords = ["months", "funnel", "provinces", "forms", "ages"];

    private static readonly string[] OfGaps = ["services", "declines", "answers", "outcomes"];

    private readonly IStringLocalizer<Ui> texts;
    private readonly ReportYear year;
    private readonly string reportedBy;
    private readonly ReturnsOfYear returns;
    private readonly CountedYears counted;
    private readonly SourcesOfYear sources;
    private readonly IReadOnlyDictionary<string, Plot> plots;

    private AnnualReport(
        IStringLocalizer<Ui> texts, FigureNames names, ReportYear year, AgencyKind kind, CountedYears counted, IReadOnlyList<ReturnsOfYear> returns,
        IReadOnlyList<PublishedOfYear> published, DateOnly today)
    {
        (this.texts, this.year, this.counted, this.returns) = (texts, year, counted, returns[0]);
        reportedBy = texts[FigureSources.ReportedBy(kind)];
        sources = SourcesOfYear.Of(counted, year, returns, published);
        plots = new RecordPlots(counted, year.Begins, year.Name, names, texts) { Kind = year.Kind, Today = today }.All;
    }

    private bool HasRecords => sources.Records.Values.Count > 0;

    /// <summary>Reads and writes it; null where there is no such authority. At most five statements.</summary>
    /// <param name="db">As the reader.</param>
    /// <param name="texts">In the reader's language.</param>
    /// <param name="names">What figures are divided by.</param>
    /// <param name="year">The twelve months.</param>
    /// <param name="scope">One authority; null for the country.</param>
    /// <param name="reported">Whose returns stand beside the records of the country; those of one authority are its own.</param>
    /// <param name="today">The day of the report.</param>
    /// <param name="ct">Ends the request.</param>
    public static async Task<Report?> LoadAsync(
        TipSomDbContext db, IStringLocalizer<Ui> texts, FigureNames names, ReportYear year, Guid? scope, AgencyKind reported, DateOnly today, CancellationToken ct)
    {
        if (scope is { } agency)
        {
            if (await db.Agencies.Where(a => a.Id == agency).Select(a => (AgencyKind?)a.Kind).SingleOrDefaultAsync(ct) is not { } kind)
                return null;
            reported = kind;
        }

        var years = new[] { year, year.Before };
        var counted = await db.CountedAsync(year.Kind, [year.Begins, year.Before.Begins], scope, RecordPlots.Dimensions, ct);
        var returns = await db.ReturnsOfYearsAsync(years, reported, scope, ct);
        var published = scope is null ? await db.PublishedOfYearsAsync(years, reported, ct) : [];
        var report = new AnnualReport(texts, names, year, reported, counted, returns, published, today);
        return report.Write(scope is null ? texts["The whole country"] : names.Of("authority", $"{scope}"), today);
    }

    private Report Write(string authority, DateOnly today) => new(
        texts["Annual report"], year.Name,
        [
            new(texts["Year"], year.Name), new(texts["Months of the year"], texts[FigureLabels.Of(year.Kind)]), new(texts["Records and returns of"], authority),
            new(texts["Returns and published figures of"], reportedBy),
            new(texts["Records counted up to"], counted.CountedAt is { } at ? PortalTime.Moment(at) : texts["Not available"]),
            new(texts["Day of the report"], PortalTime.Day(today)), new(texts["How to read it"], texts["Each source counts in its own way, and none is added to another. What each figure counts is said at the end."])
        ],
        [Headline(), Sources(), Law(), Reporters(), Records(), Gaps()])
    {
        FileName = $"tipsom-annual-report-{year.Name}"
    };

    private ReportSection Headline()
    {
        var source = sources.Headline;
        var (now, before) = (sources.Of(source), sources.Before(source));
        IReadOnlyList<TableCell> Row(FigureCell cell, decimal? share) =>
            [ReturnLabels.Of(cell, texts), now[cell], share is null ? ReportTables.None : TableCell.Percent(share), before[cell], TableCell.Percent(sources.Change(source, cell))];
        IEnumerable<IReadOnlyList<TableCell>> Groups(NationalIndicator indicator) => Enum.GetValues<PersonGroup>().Where(g => now.Group(indicator, g) is not null)
            .Select(g => Row(FigureCell.Of(indicator, g), sources.Share(source, indicator, g)));
        return new("headline", texts["The year in a line"])
        {
            Lead =
            [
                $"{texts["Source"]}: {texts[FigureSources.Of(source)]}",
                .. source == FigureSource.Returns ? new[] { texts["{0} of {1} reported", returns.Reported, returns.Active].Value } : []
            ],
            Tables =
            [
                new(texts["The year in a line"], [texts["Figure"], year.Name, texts["Share"], year.Before.Name, texts["Change in percent"]],
                [
                    Row(FigureCell.Of(NationalIndicator.Identified), null), .. Groups(NationalIndicator.Identified),
                    Row(FigureCell.Of(NationalIndicator.ForcedLabour), Percent.Of(now.Total(NationalIndicator.ForcedLabour), now.Total(NationalIndicator.Identified))),
                    Row(FigureCell.Of(NationalIndicator.Referred), now.ReferralRate), .. Groups(NationalIndicator.Referred),
                    [texts["Identified and not referred"].Value, now.NotReferred, TableCell.Percent(Percent.Of(now.NotReferred, now.Total(NationalIndicator.Identified))),
                        before.NotReferred, TableCell.Percent(Percent.Change(now.NotReferred, before.NotReferred))]
                ])
                {
                    Notes = [texts["A group has its share in its total, the other figures theirs in those identified."]]
                }
            ],
            Plots = now.HasPartition(NationalIndicator.Identified) ? [sources.Partition(year.Name, texts)] : []
        };
    }

    private ReportSection Sources() => new("sources", texts["The sources side by side"])
    {
        Lead = [texts["Each source counts in its own way, and none is added to another. The difference is what the returns have more than the records, or less."]],
        Tables =
        [
            ReportTables.SideBySide(
                texts["The sources side by side"], SourcesOfYear.OfPersons,
                [.. Enum.GetValues<FigureSource>().Select(s => (texts[FigureSources.Of(s)].Value, sources.Of(s)))], sources.Returns, sources.Records, texts) with
            {
                Notes = [.. SourcesOfYear.OfPersons.SelectMany(FigureCell.CellsOf).Where(c => sources.GivenBy(FigureSource.Returns, c) is not null)
                    .Select(c => $"{ReturnLabels.Of(c, texts)}: {texts["given by {0} of {1}", sources.GivenBy(FigureSource.Returns, c)!, sources.Reporters.Count]}")]
            }
        ]
    };

    private ReportSection Law() => new("law", texts["Law enforcement"])
    {
        Lead =
        [
            texts["Convictions for smuggling, passports or emigration are never among those for trafficking: each law stands alone, and there is no sum over them."],
            .. sources.Laws.Count == 0 ? new[] { texts["No investigation, charge or conviction is on record for this year."].Value } : []
        ],
        Tables = sources.Laws.Count == 0 ? [] :
        [
            new(texts["Law enforcement"],
                [texts["Law and kind"], .. SourcesOfYear.OfLaw.SelectMany(i => sources.SourcesOfLaw.Select(s => texts[s.Heading, texts[FigureLabels.Of(i)]].Value))],
                [
                    .. sources.Laws.Select(r => (IReadOnlyList<TableCell>)[FigureLabels.Of(r.Law, r.Kind, texts),
                        .. SourcesOfYear.OfLaw.Select(i => FigureCell.Of(i, r.Law, r.Kind)).SelectMany(c => sources.SourcesOfLaw.Select(s => (TableCell)sources.Of(s.Source)[c]))])
                ])
        ]
    };

    private ReportSection Reporters()
    {
        var (reported, silent) = (returns.Agencies.Where(a => a.Months > 0).ToList(), returns.Agencies.Where(a => a.Months == 0).ToList());
        return new("reporters", texts["Who reported"])
        {
            Lead = [reported.Count == 0 ? texts["Nobody reported for this year."] : texts["{0} of {1} reported", returns.Reported, returns.Active]],
            Tables =
            [
                .. reported.Count == 0 ? Array.Empty<FigureTable>() :
                [
                    new(texts["Who reported"],
                        [texts["Agency"], texts["Months covered"], texts[FigureLabels.Of(NationalIndicator.Identified)], texts[FigureLabels.Of(NationalIndicator.Referred)], texts["Share referred"]],
                        [
                            .. reported.Select(a => (IReadOnlyList<TableCell>)[new BilingualName(a.NameEn, a.NameUr).Here, a.Months, a.Figures.Total(NationalIndicator.Identified),
                                a.Figures.Total(NationalIndicator.Referred), TableCell.Percent(a.Figures.ReferralRate)])
                        ])
                ],
                .. silent.Count == 0 ? Array.Empty<FigureTable>() :
                [
                    new(texts["Who has not reported"], [texts["Agency"]], [.. silent.Select(a => (IReadOnlyList<TableCell>)[new BilingualName(a.NameEn, a.NameUr).Here])])
                ]
            ]
        };
    }

    private ReportSection Records() => new("records", texts["What the case records say"])
    {
        Lead = HasRecords ? [] : [texts["No record is counted for this year."]],
        Plots = HasRecords ? [.. OfRecords.Select(name => plots[name])] : []
    };

    private ReportSection Gaps()
    {
        var people = counted.By(year.Begins, CountedFigures.Trafficking, CountedFigures.Everybody).ToList();
        IReadOnlyList<TableCell> Row(string label, IReadOnlyList<CountedCell> of)
        {
            var (identified, referred, accepted, arrived) = (of.Sum(c => c.Identified), of.Sum(c => c.ThenReferred), of.Sum(c => c.ThenAccepted), of.Sum(c => c.ThenInCare));
            return [label, identified, identified - referred, referred - accepted, accepted - arrived];
        }

        return new("gaps", texts["Gaps in services"])
        {
            Lead = HasRecords
                ? [texts["From the case records: of the people identified in the year, how many no referral, no provider or no place has reached up to today."]]
                : [texts["No record is counted for this year."]],
            Tables = !HasRecords ? [] :
            [
                new(texts["Whom care has not reached"], [texts["Group"], texts["Identified"], texts["No referral"], texts["Referred, nobody accepted"], texts["Accepted, not arrived"]],
                [
                    .. people.GroupBy(c => c.Group).OrderBy(g => g.Key).Select(g => Row(texts[FigureLabels.Of(g.Key)], [.. g])), Row(texts["All together"], people)
                ])
            ],
            Plots = HasRecords ? [.. OfGaps.Select(name => plots[name])] : []
        };
    }
}
