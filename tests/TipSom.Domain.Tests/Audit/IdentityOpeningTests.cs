using TipSom.Domain.Audit;

namespace TipSom.Domain.Tests.Audit;

public sealed class IdentityOpeningTests
{
    [Theory]
    [InlineData("")]
    [InlineData("    ")]
    [InlineData("call")]
    [InlineData("  call   ")]
    public void An_opening_without_a_reason_is_refused(string reason)
    {
        var refusal = Assert.Throws<RuleBrokenException>(() => Opening(reason));

        Assert.Equal("Say in a few words why you open this identity.", refusal.Sentence);
    }

    [Fact]
    public void It_proves_who_opened_whose_identity_when_and_why()
    {
        var (victim, @case) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var opening = new IdentityOpening(victim, @case, A.Officer, "  Call the family ", A.Now);

        Assert.Equal((victim, @case, A.Now, "Call the family"), (opening.VictimId, opening.CaseId, opening.At, opening.Reason));
        Assert.Equal((A.Officer.UserId, A.Officer.UnitId, A.Officer.Name), (opening.ActorId, opening.ActorUnitId, opening.ActorName));
    }

    [Fact]
    public void Five_characters_are_a_reason() => Assert.Equal("court", Opening(" court ").Reason);

    private static IdentityOpening Opening(string reason) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), A.Officer, reason, A.Now);
}
