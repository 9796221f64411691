using TipSom.Domain.Audit;

namespace TipSom.Domain.Tests.Audit;

public sealed class DisclosureOpeningTests
{
    [Fact]
    public void It_proves_who_opened_which_copy_and_when()
    {
        var (copy, referral) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var opening = new DisclosureOpening(copy, referral, A.Caseworker, A.Now);

        Assert.Equal((copy, referral, A.Now), (opening.DisclosureId, opening.ReferralId, opening.At));
        Assert.Equal((A.Caseworker.UserId, A.Caseworker.UnitId, A.Caseworker.Name), (opening.ActorId, opening.ActorUnitId, opening.ActorName));
    }
}
