using Microsoft.Extensions.Localization;
using TipSom.Data.Queries;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Plots;

namespace TipSom.Web.Pages.Statistics;

/// <summary>Where a figure comes from. Sources stand side by side and are never added.</summary>
public enum FigureSource
{
    /// <summary>Totals that agencies reported and signed off.</summary>
    Returns,

    /// <summary>Figures that were published.</summary>
    Published,

    /// <summary>Counted from the case records.</summary>
    Records
}

/// <summary>The figures of a year and of the year before, from each source.</summary>
/// <param name="Records">Counted from the records.</param>
/// <param name="RecordsBefore">The same of the year before.</param>
public sealed record SourcesOfYear(FigureSet Records, FigureSet RecordsBefore)
{
    /// <summary>What is counted of persons, and what agencies report beside it.</summary>
    public static IReadOnlyList<NationalIndicator> OfPersons { get; } =
    [
        NationalIndicator.Identified, NationalIndicator.ForcedLabour, NationalIndicator.SexualExploitation, NationalIndicator.OrganisedBegging,
        NationalIndicator.Referred, NationalIndicator.ReferredToGovernment, NationalIndicator.ReferredToNgo, NationalIndicator.InCare,
        NationalIndicator.Smuggled, NationalIndicator.Accused, NationalIndicator.Arrested
    ];

    /// <summary>What law enforcement is counted by.</summary>
    public static IReadOnlyList<NationalIndicator> OfLaw { get; } = [NationalIndicator.Investigations, NationalIndicator.Prosecutions, NationalIndicator.Convictions];

    public FigureSet Returns { get; init; } = FigureSet.Nothing;

    public FigureSet ReturnsBefore { get; init; } = FigureSet.Nothing;

    /// <summary>Who reported, each with what they gave.</summary>
    public IReadOnlyList<ReturnsOfAgency> Reporters { get; init; } = [];

    public FigureSet Published { get; init; } = FigureSet.Nothing;

    public FigureSet PublishedBefore { get; init; } = FigureSet.Nothing;

    /// <summary>Whose figures the headline shows: the country reads its returns; where there are none, what was published, and else the records.</summary>
    public FigureSource Headline =>
        Returns.Total(NationalIndicator.Identified) is not null ? FigureSource.Returns
        : Published.Total(NationalIndicator.Identified) is not null ? FigureSource.Published : FigureSource.Records;

    public FigureSet Of(FigureSource source) => source switch
    {
        FigureSource.Returns => Returns,
        FigureSource.Published => Published,
        FigureSource.Records => Records
    };

    public FigureSet Before(FigureSource source) => source switch
    {
        FigureSource.Returns => ReturnsBefore,
        FigureSource.Published => PublishedBefore,
        FigureSource.Records => RecordsBefore
    };

    /// <summary>How many of those who reported gave a figure; null where all did or none, and of other sources.</summary>
    public int? GivenBy(FigureSource source, FigureCell cell) =>
        source == FigureSource.Returns && Givers(cell) is > 0 and var givers && givers < Reporters.Count ? givers : null;

    /// <summary>The share of a group in its total, in percent; null where fewer gave the group than the total.</summary>
    public decimal? Share(FigureSource source, NationalIndicator indicator, PersonGroup group) =>
        source == FigureSource.Returns && Givers(FigureCell.Of(indicator, group)) < Givers(FigureCell.Of(indicator)) ? null : Of(source).Share(indicator, group);

    /// <summary>How many more the returns have than the records; null where one is not available.</summary>
    public int? Difference(FigureCell cell) => Returns[cell] - Records[cell];

    /// <summary>The change of a figure against the year before, in percent.</summary>
    public decimal? Change(FigureSource source, FigureCell cell) => Percent.Change(Of(source)[cell], Before(source)[cell]);

    /// <summary>The sources of law enforcement, each with its heading; what was published where any of it was.</summary>
    public IReadOnlyList<(FigureSource Source, string Heading)> SourcesOfLaw =>
    [
        (FigureSource.Returns, "{0}: returns"),
        .. Published.Values.Keys.Any(c => OfLaw.Contains(c.Indicator)) ? new[] { (FigureSource.Published, "{0}: published") } : [],
        (FigureSource.Records, "{0}: records")
    ];

    /// <summary>The laws and kinds of which any source says anything.</summary>
    public IReadOnlyList<(LawOfCount Law, KindOfCount Kind)> Laws =>
    [
        .. Enum.GetValues<LawOfCount>().SelectMany(law => Enum.GetValues<KindOfCount>().Select(kind => (Law: law, Kind: kind))).Where(r => OfLaw.Select(i => FigureCell.Of(i, r.Law, r.Kind))
            .Any(c => Records[c] is > 0 || Returns[c] is not null || Published[c] is not null))
    ];

    /// <summary>The sources of a year; of returns and published figures the year stands first and the year before second.</summary>
    public static SourcesOfYear Of(CountedYears counted, ReportYear year, IReadOnlyList<ReturnsOfYear> returns, IReadOnlyList<PublishedOfYear> published) =>
        new(counted.Of(year.Begins), counted.Of(year.Before.Begins))
        {
            Returns = returns[0].Figures,
            ReturnsBefore = returns[1].Figures,
            Reporters = [.. returns[0].Agencies.Where(a => a.Months > 0)],
            Published = published.Count > 0 ? published[0].Figures : FigureSet.Nothing,
            PublishedBefore = published.Count > 0 ? published[1].Figures : FigureSet.Nothing
        };

    /// <summary>The groups of the source that the headline shows.</summary>
    public PartitionPlot Partition(string yearName, IStringLocalizer<Ui> texts)
    {
        int? Identified(PersonGroup group) => Of(Headline).Group(NationalIndicator.Identified, group);
        return new(
            texts["Victims identified by group, {0}", yearName], texts["Group"], texts["Persons"],
            // Nobody has to report that none is of unknown age or sex.
            [.. Enum.GetValues<PersonGroup>().Where(g => g != PersonGroup.Unknown || Identified(g) is > 0).Select(g => new PlotPart(texts[FigureLabels.Of(g)], Identified(g)))]);
    }

    /// <summary>Whether any source has anything of it.</summary>
    public bool Has(FigureCell cell) => Records[cell] is not null || Returns[cell] is not null || Published[cell] is not null;

    private int Givers(FigureCell cell) => Reporters.Count(a => a.Figures[cell] is not null);
}
