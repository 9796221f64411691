using System.Text;
using TipSom.Domain.Agencies;
using TipSom.Domain.Emergency;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Tests.Emergency;

public sealed class EmergencyAccessTests
{
    private const string Reason = "She is to be taken over the border tonight.";

    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    private static readonly Actor Asker = new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "SI Asker");

    private static readonly Actor Other = Asker with { UserId = Guid.NewGuid(), Name = "DSP Other" };

    [Fact]
    public void It_lasts_an_hour_and_not_a_minute_more()
    {
        var access = Ask();

        Assert.True(access.IsInForce(Now.AddMinutes(59)));
        Assert.False(access.IsInForce(Now.AddMinutes(60)));
        Assert.Equal(Now.AddHours(72), access.ReviewDueAt);
        Assert.Throws<RuleBrokenException>(() => access.MustBeInForce(Now.AddMinutes(60)));
    }

    [Theory]
    [InlineData("Danger.")]
    [InlineData("   too short, whatever is round it    ")]
    public void A_short_reason_is_none(string reason) =>
        Assert.Equal("Write in at least 30 characters why this cannot wait.", Assert.Throws<RuleBrokenException>(() => Ask(reason: reason[..Math.Min(29, reason.Length)])).Message);

    [Fact]
    public void The_third_waits_for_an_approval_by_somebody_else_within_a_day()
    {
        var access = Ask(recent: 2);

        Assert.Null(access.GrantedAt);
        Assert.True(access.IsWaiting(Now.AddHours(23)));
        Assert.Throws<RuleBrokenException>(() => new EmergencyApproval(access, Asker, Now));
        Assert.Throws<RuleBrokenException>(() => new EmergencyApproval(access, Other, Now.AddHours(24)));
        Assert.Equal(Other.UserId, new EmergencyApproval(access, Other, Now.AddHours(1)).ActorId);
        Assert.Throws<RuleBrokenException>(() => new EmergencyApproval(Ask(), Other, Now));
    }

    [Fact]
    public void Only_who_asked_ends_it_and_once()
    {
        var access = Ask();

        Assert.Throws<RuleBrokenException>(() => access.End(Other, Now));
        access.End(Asker, Now.AddMinutes(5));
        Assert.False(access.IsInForce(Now.AddMinutes(6)));
        Assert.Throws<RuleBrokenException>(() => access.End(Asker, Now.AddMinutes(7)));
    }

    [Fact]
    public void Somebody_else_reviews_it_and_writes_what_was_found()
    {
        var (access, waiting) = (Ask(), Ask(recent: 2));
        var approval = new EmergencyApproval(waiting, Other, Now);

        Assert.Throws<RuleBrokenException>(() => Review(access, null, "Found.", Asker));
        Assert.Throws<RuleBrokenException>(() => Review(access, approval, "Found.", Other));
        Assert.Throws<RuleBrokenException>(() => Review(access, null, " ", Other));
        Assert.Throws<RuleBrokenException>(() => Review(waiting, null, "Found.", Other));
        Assert.Equal(access.Id, Review(access, null, "Found.", Other).AccessId);
    }

    private static EmergencyReview Review(EmergencyAccess access, EmergencyApproval? approval, string note, Actor by) =>
        new(access, approval, true, note, (_, text) => Encoding.UTF8.GetBytes(text), by, Now);

    private static EmergencyAccess Ask(int recent = 0, string reason = Reason) => EmergencyAccess.Ask(
        "TE-2026-AAAAAA", EmergencySearch.ByCase("TS-2026-AAAAAA", 1), EmergencyBasis.DangerToThePerson, reason, (_, text) => Encoding.UTF8.GetBytes(text),
        new Agency("POL", AgencyKind.Police, "Police", "پولیس"), recent, Asker, Now);
}
