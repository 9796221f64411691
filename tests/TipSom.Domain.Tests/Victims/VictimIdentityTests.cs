using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Victims;

public sealed class VictimIdentityTests
{
    [Fact]
    public void It_keeps_the_sealed_details_of_one_victim_and_replaces_them_whole()
    {
        var (victim, @case) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var identity = new VictimIdentity(victim, @case, [1, 2], A.Now);
        Assert.Equal((victim, @case, A.Now), (identity.VictimId, identity.CaseId, identity.UpdatedAt));

        identity.Replace([3], A.Later);

        Assert.Equal([3], identity.SealedDetails);
        Assert.Equal((victim, A.Later), (identity.VictimId, identity.UpdatedAt));
    }

    [Fact]
    public void Details_are_empty_only_where_nothing_is_known()
    {
        var nothing = new IdentityDetails(null, null, null, null);

        Assert.True(nothing.IsEmpty);
        Assert.All(
            [nothing with { Name = "x" }, nothing with { FatherName = "x" }, nothing with { IdNumber = "x" }, nothing with { Phone = "x" }],
            something => Assert.False(something.IsEmpty));
    }
}
