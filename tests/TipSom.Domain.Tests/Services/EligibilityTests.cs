using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Services;

public sealed class EligibilityTests
{
    private static readonly Eligibility Women = new([VictimGroup.Women]);

    public static TheoryData<Eligibility> Impossible =>
    [
        Women with { Groups = [] }, Women with { MinAge = -1 }, Women with { MaxAge = 121 }, Women with { MinAge = 20, MaxAge = 19 },
        Women with { BoysUnder = 12 }, Women with { TakesChildren = false, BoysUnder = 12 },
        Women with { TakesChildren = true, BoysUnder = 0 }, Women with { TakesChildren = true, BoysUnder = 19 },
        Women with { HoursEn = "Monday" }, Women with { HoursUr = "پیر" },
        Women with { IsRoundTheClock = true, HoursEn = "Monday", HoursUr = "پیر" }
    ];

    public static TheoryData<Eligibility> Possible =>
    [
        Women, Women with { MinAge = 0, MaxAge = 120 }, Women with { MinAge = 18, MaxAge = 18 },
        Women with { TakesChildren = true, BoysUnder = 1 }, Women with { TakesChildren = true, BoysUnder = 18 },
        Women with { IsRoundTheClock = true }, Women with { IsRoundTheClock = false, HoursEn = "Monday", HoursUr = "پیر" }
    ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_cannot_be_is_refused_and_nothing_changes(Eligibility said)
    {
        var service = A.Service();
        var before = Facts.Of(service);

        Assert.Throws<RuleBrokenException>(() => service.Take(said));

        Assert.Equal(before, Facts.Of(service));
    }

    [Theory]
    [MemberData(nameof(Possible))]
    public void What_is_said_is_kept(Eligibility said)
    {
        var service = A.Service();

        service.Take(said);

        Assert.Equivalent(said, service.Eligibility);
    }

    [Fact]
    public void A_stopped_service_changes_no_more()
    {
        var service = A.Service();
        service.Stop(A.Now);

        Assert.Equal(A.Now, service.StoppedAt);
        Assert.Throws<RuleBrokenException>(() => service.Stop(A.Later));
        Assert.Throws<RuleBrokenException>(() => service.Take(Women));
        Assert.Throws<RuleBrokenException>(() => service.ConfirmPlaces(1, 1, A.Later));
    }

    [Fact]
    public void Places_are_confirmed_only_against_what_was_seen()
    {
        var service = A.Service();
        service.ConfirmPlacesSeen(null, 10, 4, A.Now, A.Caseworker);

        var refusal = Assert.Throws<RuleBrokenException>(() => service.ConfirmPlacesSeen(5, 10, 5, A.Later, A.Caseworker));
        service.ConfirmPlacesSeen(4, 10, 3, A.Later, A.Caseworker);

        Assert.Equal("The free places changed while you were reading them. Look at the number again.", refusal.Sentence);
        Assert.Equal((10, 3, A.Later, A.Caseworker.UserId), (service.PlacesTotal, service.PlacesFree, service.PlacesConfirmedAt, service.PlacesConfirmedById));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(21, null)]
    [InlineData(0, 5)]
    [InlineData(null, 5)]
    [InlineData(1, 18)]
    [InlineData(1, -1)]
    public void A_person_s_children_are_counted_as_they_can_be(int? children, int? oldestBoy)
    {
        var victim = A.Victim();

        Assert.Throws<RuleBrokenException>(() => victim.Place(Placement.NotKnown with { ChildrenAlong = children, OldestBoy = oldestBoy }));

        Assert.False(victim.Placement.IsKnown);
    }

    [Fact]
    public void The_provider_reads_what_the_place_must_offer_and_security_only_with_the_risk()
    {
        var victim = A.Victim();
        var placement = new Placement(1, 4, true, false, null, SecurityLevel.Guarded);
        victim.Place(placement);

        var all = Domain.Referrals.NeedsDisclosure.Of(victim, A.Lahore, A.Consent(victim), null, null);
        var noRisk = Domain.Referrals.NeedsDisclosure.Of(victim, A.Lahore, A.Consent(victim, A.Answer with { Categories = [] }), null, null);

        Assert.Equal(placement, all.Placement);
        Assert.Equal(placement with { Security = null }, noRisk.Placement);
    }
}
