using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain;
using TipSom.Domain.Audit;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The provider reads who the person is, as far as consent goes. Each reading is recorded before anything is shown.</summary>
[RequirePermission(Permission.AnswerReferrals)]
[RepeatIsHarmless]
public sealed class IdentityModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : ReferralPageModel(db)
{
    private const string NotShared = "The person's data are no longer shared with you.";
    private const string NotYet = "Who the person is can be read from acceptance until care has ended.";

    /// <summary>What was disclosed; only after the opening was recorded.</summary>
    public IdentityDisclosure? Disclosed { get; private set; }

    /// <summary>The sentence that says why it cannot be read now; null when it can.</summary>
    public string? Refusal { get; private set; }

    private Guid? CopyId { get; set; }

    protected override bool IsFor(Side side) => side == Side.Recipient;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        // Row security answers whether the copy may be read now: accepted or in care, and consent in force.
        CopyId = await Copies.OrderByDescending(d => d.Version).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct);
        Refusal = CopyId is not null ? null : Referral.Status is ReferralStatus.Accepted or ReferralStatus.InCare ? NotShared : NotYet;
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (CopyId is not { } copy)
            throw new RuleBrokenException(Refusal!);
        Db.Add(new DisclosureOpening(copy, Referral.Id, user.Actor, clock.GetUtcNow()));
        await Db.SaveChangesAsync(ct);
        // Consent may have been withdrawn in this very moment.
        var content = await Copies.Where(d => d.Id == copy).Select(d => d.SealedContent).SingleOrDefaultAsync(ct)
            ?? throw new RuleBrokenException(NotShared);
        Disclosed = cipher.Open<IdentityDisclosure>(SealKinds.Disclosure, copy, content);
        return Page();
    }

    private IQueryable<Disclosure> Copies => Db.Disclosures.AsNoTracking()
        .Where(d => d.ReferralId == Referral.Id && d.Stage == DisclosureStage.Identity);
}
