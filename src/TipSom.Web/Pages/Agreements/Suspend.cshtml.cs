using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agreements;

/// <summary>Stops new referrals under an agreement until further notice.</summary>
[RequirePermission(Permission.ManageAgreements), StepUp]
public sealed class SuspendModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : StandingPageModel(db)
{
    /// <summary>Whether there is anything to do here.</summary>
    public bool IsPossible => Agreement.Status == AgreementStatus.Signed;

    protected override void Change(string reason) => Agreement.Suspend(reason, user.Actor, clock.GetUtcNow());
}
