using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Victims;

/// <summary>The person changes their mind: what is on the way comes back, the rest is closed to the providers.</summary>
[RequirePermission(Permission.RecordConsent)]
public sealed class WithdrawConsentModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : VictimPageModel(db)
{
    /// <summary>Referrals that are not finished, with what their provider could read.</summary>
    public IReadOnlyList<Row> Referrals { get; private set; } = [];

    /// <summary>Whether there is a consent to withdraw.</summary>
    public bool IsInForce { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var now = clock.GetUtcNow();
        IsInForce = await Db.Consents.AnyAsync(c => c.VictimId == Person.Id && c.IsGiven && c.WithdrawnAt == null && (c.ExpiresAt == null || c.ExpiresAt > now), ct);
        var rows = await (
                from r in Db.Referrals
                join a in Db.Agencies on r.ToAgencyId equals a.Id
                where r.VictimId == Person.Id
                orderby r.SentAt descending
                select new Row(r.Number, r.Service, r.Status, new BilingualName(a.NameEn, a.NameUr), r.SeenAt, r.Status == ReferralStatus.Accepted || r.Status == ReferralStatus.InCare || r.Status == ReferralStatus.Closed ? r.AnsweredAt : null))
            .ToListAsync(ct);
        Referrals = rows;
        return null;
    }

    public void OnGet()
    {
        // What would happen was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // A later answer does not end an earlier one by itself: all that hold end together.
        var consents = (await Db.Consents.Where(c => c.VictimId == Person.Id).ToListAsync(ct)).FindAll(c => c.IsInForce(now));
        if (consents.Count == 0)
            throw new RuleBrokenException("There is no consent to withdraw.");
        consents.ForEach(c => c.Withdraw(now));
        Case.Record(CaseEventKind.ConsentWithdrawn, user.Actor, now, Person.Position);
        foreach (var referral in await Db.Referrals.Where(r => r.VictimId == Person.Id).ToListAsync(ct))
        {
            if (!IsTakenBack(referral.Status))
                continue;
            referral.Withdraw(WithdrawReason.ConsentWithdrawn, user.Actor, now);
            Case.Record(CaseEventKind.ReferralWithdrawn, user.Actor, now, Person.Position, referral.Number);
        }

        await Db.SaveChangesAsync(ct);
        return ToCase(CaseNotice.ConsentWithdrawn);
    }

    /// <summary>Whether a referral in this state comes back. Care that has begun goes on.</summary>
    public static bool IsTakenBack(ReferralStatus status) => ReferralLifecycle.After(status, ReferralVerb.Withdraw) is not null;

    /// <summary>A referral of the person: when its provider read the needs, and when the identity.</summary>
    public sealed record Row(string Number, ServiceType Service, ReferralStatus Status, BilingualName Provider, DateTimeOffset? NeedsReadAt, DateTimeOffset? IdentityReadAt);
}
