using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agreements;

/// <summary>Proposes other terms for an agreement; those in force bind until both sides have approved the new ones.</summary>
[RequirePermission(Permission.ManageAgreements), StepUp]
public sealed class ChangeModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : TermsPageModel(db, texts)
{
    [FromRoute]
    public Guid Id { get; init; }

    /// <summary>Why no change can be proposed now, as the sentence to show; null when one can.</summary>
    public string? Refusal => Changed switch
    {
        { Status: AgreementStatus.Ended } => "This agreement has already ended.",
        { Status: AgreementStatus.Refused } => "This agreement was refused. Propose a new one.",
        { Awaiting: not null } => Agreement.ChangeWaits,
        _ => null
    };

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Changed = await Db.Agreements.Include(a => a.Versions).SingleOrDefaultAsync(a => a.Id == Id, ct);
        return Changed is null ? NotFound() : await base.LoadAsync(ct);
    }

    public void OnGet() => Input = TermsInput.From(Changed!.Terms);

    protected override async Task<Guid> ProposeAsync(AgreementTerms terms, CancellationToken ct)
    {
        Changed!.ProposeChange(terms, user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return Id;
    }
}
