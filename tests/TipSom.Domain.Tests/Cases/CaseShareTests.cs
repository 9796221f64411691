using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;

namespace TipSom.Domain.Tests.Cases;

public sealed class CaseShareTests
{
    private static readonly DateOnly Today = A.Today;
    private static readonly Agency Fia = new("FIA", AgencyKind.Fia, "FIA", "ایف آئی اے");

    [Fact]
    public void A_supervisor_shares_at_once_and_an_officer_asks()
    {
        var @case = A.Case();

        var given = Share(@case, decides: true);
        var asked = Share(@case, decides: false);

        Assert.Equal((ShareStatus.InForce, ShareStatus.Asked), (given.Status, asked.Status));
        Assert.True(given.IsInForce(Today));
        Assert.False(asked.IsInForce(Today));
        Assert.Equal([CaseEventKind.Shared, CaseEventKind.ShareAsked], @case.Events.Skip(1).Select(e => e.Kind));
    }

    [Fact]
    public void It_is_in_force_until_its_last_day_is_over_or_it_is_taken_back()
    {
        var @case = A.Case();
        var share = Share(@case, decides: true);

        Assert.True(share.IsInForce(share.LastDay));
        Assert.False(share.IsInForce(share.LastDay.AddDays(1)));
        share.TakeBack(@case, A.Officer, A.Now);
        Assert.False(share.IsInForce(Today));
        Assert.Equal(ShareStatus.Ended, share.Status);
    }

    [Theory]
    [InlineData(AgencyKind.CareProvider)]
    [InlineData(AgencyKind.Oversight)]
    [InlineData(AgencyKind.Committee)]
    public void A_care_provider_and_an_oversight_body_never_see_a_case(AgencyKind kind) =>
        Assert.Equal(CaseShare.NeverToCare, Refused(with: new Agency("X", kind, "X", "X")));

    [Fact]
    public void Who_gives_care_is_never_shown_the_investigation()
    {
        Assert.Equal(CaseShare.NoInvestigationForCare, Refused(t => t with { SeesInvestigation = true }, givesCare: true));
        Share(A.Case(), givesCare: true);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(366)]
    public void The_last_day_is_from_today_to_a_year_ahead(int days) =>
        Assert.Equal(CaseShare.DayOutOfReach, Refused(t => t with { LastDay = Today.AddDays(days) }));

    [Theory]
    [InlineData("  ok ")]
    [InlineData("")]
    public void A_word_is_no_reason(string reason) =>
        Assert.Equal("Say in a few words why, in 5 to 200 characters.", Refused(t => t with { Reason = reason }));

    [Fact]
    public void The_unit_that_holds_the_case_needs_no_share()
    {
        var @case = A.Case();
        var own = new Unit(A.PoliceAgency, null, UnitKind.Station, "PS", "PS", "PS");
        @case.HandOver(own, A.Officer, A.Now);

        var refused = Assert.Throws<RuleBrokenException>(() => CaseShare.Share(
            @case, new SharedWith(own, new Agency("POL", AgencyKind.Police, "Police", "پولیس"), false), Terms(), Seal, true, A.Officer, Today, A.Now));

        Assert.Equal(CaseShare.SeesItAlready, refused.Sentence);
    }

    [Fact]
    public void What_was_decided_or_ended_is_not_decided_again()
    {
        var @case = A.Case();
        var refused = Share(@case, decides: false);
        refused.Refuse(@case, A.Officer, A.Now);

        foreach (var again in new Action[] { () => refused.Give(@case, A.Officer, A.Now), () => refused.TakeBack(@case, A.Officer, A.Now), () => Share(@case, true).Give(@case, A.Officer, A.Now) })
            Assert.Equal(CaseShare.AlreadyAnswered, Assert.Throws<RuleBrokenException>(again).Sentence);
    }

    private static string Refused(Func<ShareTerms, ShareTerms>? but = null, Agency? with = null, bool givesCare = false) =>
        Assert.Throws<RuleBrokenException>(() => Share(A.Case(), true, but, with, givesCare)).Sentence;

    private static CaseShare Share(Case @case, bool decides = true, Func<ShareTerms, ShareTerms>? but = null, Agency? with = null, bool givesCare = false)
    {
        var agency = with ?? Fia;
        return CaseShare.Share(
            @case, new SharedWith(new Unit(agency.Id, null, UnitKind.Circle, "C", "C", "C"), agency, givesCare), but?.Invoke(Terms()) ?? Terms(), Seal, decides,
            A.Officer, Today, A.Now);
    }

    private static ShareTerms Terms() => new(false, false, false, "They hold the other half.", Today.AddDays(90));

    private static byte[] Seal(Guid id, string text) => [1];
}
