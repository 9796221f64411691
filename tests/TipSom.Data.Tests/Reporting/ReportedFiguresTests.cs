using Microsoft.EntityFrameworkCore;
using TipSom.Data.Queries;
using TipSom.Data.Tests.Seeding;
using TipSom.Domain.Agencies;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Reporting;

/// <summary>What the national page asks: returns of a year, added, and what was published beside them.</summary>
public sealed class ReportedFiguresTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    private static readonly ReportYear Year2020 = new(YearKind.Calendar, 2020);

    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Returns_of_eight_police_authorities_give_the_figures_of_2020_exactly()
    {
        var (now, before) = await demo.AsAsync("analyst@npb.example", async db =>
            (await db.ReturnsOfYearAsync(Year2020, AgencyKind.Police, null, ct), await db.ReturnsOfYearAsync(Year2020.Before, AgencyKind.Police, null, ct)));

        var figures = now.Figures;
        // Another test may have made a force of its own by then, which reported nothing for that year.
        Assert.Equal(8, now.Reported);
        Assert.All(now.Agencies.Where(a => a.Months > 0), a => Assert.Equal(12, a.Months));
        Assert.Equal(32022, figures.Total(NationalIndicator.Identified));
        Assert.Equal(
            [15255, 9581, 6937, 249, null],
            Enum.GetValues<PersonGroup>().Select(g => figures.Group(NationalIndicator.Identified, g)));
        Assert.Equal(
            [47.64m, 29.92m, 21.66m, 0.78m, null],
            Enum.GetValues<PersonGroup>().Select(g => figures.Share(NationalIndicator.Identified, g)));
        Assert.Equal((30, 760), (figures.Total(NationalIndicator.ForcedLabour), before.Figures.Total(NationalIndicator.ForcedLabour)));
        Assert.Equal(-96.05m, Percent.Change(figures.Total(NationalIndicator.ForcedLabour), before.Figures.Total(NationalIndicator.ForcedLabour)));
        Assert.Equal((11803, 3744), (figures.Total(NationalIndicator.Referred), figures.Group(NationalIndicator.Referred, PersonGroup.Men)));
        Assert.Equal(36.86m, figures.ReferralRate);
        Assert.Empty(figures.Problems());
        // Nobody reported it: that is not zero.
        Assert.Null(before.Figures.Total(NationalIndicator.Identified));
        Assert.Null(before.Figures.Share(NationalIndicator.Identified, PersonGroup.Women));
        Assert.Null(figures.Total(NationalIndicator.InCare));
    }

    [Fact]
    public async Task What_was_published_says_the_same_and_where_it_was_printed()
    {
        var (published, before) = await demo.AsAsync("analyst@npb.example", async db =>
            (await db.PublishedOfYearAsync(Year2020, AgencyKind.Police, ct), await db.PublishedOfYearAsync(Year2020.Before, AgencyKind.Police, ct)));
        var reported = await demo.AsAsync("analyst@npb.example", db => db.ReturnsOfYearAsync(Year2020, AgencyKind.Police, null, ct));

        Assert.Equal(reported.Figures.Values.OrderBy(v => v.Key.Code), published.Figures.Values.OrderBy(v => v.Key.Code));
        Assert.Equal([760], before.Figures.Values.Values);
        var source = published.Sources[FigureCell.Of(NationalIndicator.Referred)];
        Assert.Equal(
            ("Conference of UNODC, FIA and the IRCC; figures cited by the Additional Inspector General", "not given", "Period as reported, most likely 2020."),
            (source.Source, source.Page, source.Note));
        Assert.Empty((await demo.AsAsync("analyst@npb.example", db => db.PublishedOfYearAsync(Year2020, AgencyKind.Fia, ct))).Figures.Values);
    }

    [Fact]
    public async Task One_agency_is_read_alone_and_a_force_reads_its_own_only()
    {
        var punjab = await demo.ReadAsync(db => db.Agencies.SingleAsync(g => g.Code == "POL-PB"));

        var alone = await demo.AsAsync("desk@fia.example", db => db.ReturnsOfYearAsync(Year2020, AgencyKind.Police, punjab.Id, ct));
        Assert.Equal((1, 19227), (alone.Agencies.Count, alone.Figures.Total(NationalIndicator.Identified)));

        var own = await demo.AsAsync("supervisor@punjab-hq.example", db => db.ReturnsOfYearAsync(Year2020, AgencyKind.Police, null, ct));
        Assert.Equal((1, 19227), (own.Reported, own.Figures.Total(NationalIndicator.Identified)));

        var nothing = await demo.AsAsync("auditor@fia.example", db => db.ReturnsOfYearAsync(Year2020, AgencyKind.Police, null, ct));
        Assert.Equal(0, nothing.Reported);
    }

    [Fact]
    public async Task A_period_across_two_years_is_in_neither_and_months_add_up()
    {
        var world = demo.World;
        var (force, coordinator) = (await world.PoliceAsync(), await world.CoordinatorAsync());
        await world.SignedReturnAsync(force.Supervisor, ReportPeriod.Beginning(PeriodKind.Year, 2017, 7), World.Identified(1, 1, 1, 1));
        await world.SignedReturnAsync(force.Supervisor, ReportPeriod.Beginning(PeriodKind.Month, 2018, 7), World.Figures(("ForcedLabour/Total", 3)));
        await world.SignedReturnAsync(force.Supervisor, ReportPeriod.Beginning(PeriodKind.Quarter, 2018, 10), World.Figures(("ForcedLabour/Total", 4), ("Accused/Total", 0)));
        await world.BeginReturnAsync(force.Supervisor, ReportPeriod.Beginning(PeriodKind.Month, 2018, 8), World.Figures(("ForcedLabour/Total", 50)));

        Task<ReturnsOfYear> OfAsync(YearKind kind, int begins) =>
            world.AsAsync(coordinator, (_, db) => db.ReturnsOfYearAsync(new ReportYear(kind, begins), AgencyKind.Police, force.Agency.Id, ct));

        var calendar = await OfAsync(YearKind.Calendar, 2018);
        Assert.Equal((7, 0, null), (calendar.Figures.Total(NationalIndicator.ForcedLabour), calendar.Figures.Total(NationalIndicator.Accused), calendar.Figures.Total(NationalIndicator.Identified)));
        Assert.Equal(4, Assert.Single(calendar.Agencies).Months);
        Assert.Equal(4, (await OfAsync(YearKind.Fiscal, 2017)).Figures.Total(NationalIndicator.Identified));
        Assert.Equal(7, (await OfAsync(YearKind.AprilToMarch, 2018)).Figures.Total(NationalIndicator.ForcedLabour));
    }
}
