using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agreements;

/// <summary>Proposes a new agreement, which covers nothing until both sides have approved it.</summary>
[RequirePermission(Permission.ManageAgreements), StepUp]
public sealed class NewModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : TermsPageModel(db, texts)
{
    // What consent may allow is ticked: whoever narrows it does so knowingly.
    public void OnGet() => Input.DataCategories = [.. Enum.GetValues<DataCategory>()];

    protected override async Task<Guid> ProposeAsync(AgreementTerms terms, CancellationToken ct)
    {
        var agreement = Agreement.Propose(terms, user.Actor, clock.GetUtcNow());
        Db.Add(agreement);
        await Db.SaveChangesAsync(ct);
        return agreement.Id;
    }
}
