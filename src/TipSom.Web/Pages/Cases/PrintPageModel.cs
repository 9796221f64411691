using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Audit;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Cases;

/// <summary>
/// A page that prints a part of a case. Asking shows nothing; answering why is recorded and then shows the sheet. With names it is an
/// opening of each identity, too.
/// </summary>
public abstract class PrintPageModel(
    TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : CasePageModel(db)
{
    [BindProperty]
    public PrintReason Reason { get; set; } = new();

    /// <summary>Whether the reader may print names.</summary>
    public bool MayName { get; private set; }

    /// <summary>What is printed, once the reason is on record.</summary>
    public PrintedSheet? Sheet { get; private set; }

    protected abstract PrintKind Kind { get; }

    /// <summary>Of whom, where it is about one person.</summary>
    protected virtual int? Only => null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        MayName = user.May(Permission.OpenIdentities) && await Db.CaseAccess.AnyAsync(a => a.CaseId == Case.Id && a.SeesIdentity, ct);
        return Only is { } position && !await Db.Victims.AnyAsync(v => v.CaseId == Case.Id && v.Position == position, ct) ? NotFound() : null;
    }

    public void OnGet()
    {
        // The question why was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Reason.WithNames && !MayName)
            ModelState.AddModelError("Reason.WithNames", texts["The names of this case are not open to you."]);
        if (!ModelState.IsValid)
            return Page();
        var people = await Db.Victims.AsNoTracking().Include(v => v.Needs)
            .Where(v => v.CaseId == Case.Id && (Only == null || v.Position == Only)).OrderBy(v => v.Position).ToListAsync(ct);
        var sealedIdentities = Reason.WithNames
            ? await Db.VictimIdentities.AsNoTracking().Where(i => i.CaseId == Case.Id).ToDictionaryAsync(i => i.VictimId, i => i.SealedDetails, ct)
            : [];
        var now = clock.GetUtcNow();
        Db.Add(new Print(Case.Id, Kind, Only is null ? null : people[0].Id, Reason.WithNames, user.Actor, Reason.Kept(), now));
        foreach (var person in people.Where(p => sealedIdentities.ContainsKey(p.Id)))
            Db.Add(new IdentityOpening(person.Id, Case.Id, user.Actor, Reason.Kept(), now));
        // First on record, then on paper.
        await Db.SaveChangesAsync(ct);
        var consents = (await Db.Consents.AsNoTracking().Where(c => c.CaseId == Case.Id).OrderByDescending(c => c.GivenAt).ToListAsync(ct)).ToLookup(c => c.VictimId);
        var referrals = (await (
                    from r in Db.Referrals
                    join a in Db.Agencies on r.ToAgencyId equals a.Id
                    where r.CaseId == Case.Id
                    orderby r.SentAt descending
                    select new PrintedReferral(r.NeedId, r.Number, r.Status, new BilingualName(a.NameEn, a.NameUr)))
                .ToListAsync(ct)).ToLookup(r => r.NeedId);
        Sheet = new PrintedSheet(
            Case, Holder, Reason.WithNames,
            [
                .. people.Select(p => new PrintedPerson(
                    p,
                    sealedIdentities.TryGetValue(p.Id, out var kept) ? cipher.Open<IdentityDetails>(SealKinds.Identity, p.Id, kept) : null,
                    consents[p.Id].FirstOrDefault() is { } latest ? latest.IsInForce(now) : null,
                    [.. p.OpenNeeds.OrderBy(n => n.Service).Select(n => (n, referrals[n.Id].FirstOrDefault()))]))
            ],
            // An account in own words may name anybody.
            Reason.WithNames && Case.SealedNarrative is { } account ? cipher.Open<string>(SealKinds.Narrative, Case.Id, account) : null);
        return Page();
    }
}

/// <summary>What a printed sheet shows. Its sections are the partials _Print…, each of which takes it.</summary>
public sealed record PrintedSheet(
    Domain.Cases.Case Case, CaseHolder Holder, bool WithNames, IReadOnlyList<PrintedPerson> People, string? Narrative)
{
    /// <summary>Never prints what it holds: an identity in a log line is a leak.</summary>
    public override string ToString() => nameof(PrintedSheet);
}

/// <summary>A person on paper: with the name where it was asked for.</summary>
/// <param name="HasConsent">Whether the latest answer is a consent in force; null where nobody asked.</param>
public sealed record PrintedPerson(
    Victim Person, IdentityDetails? Identity, bool? HasConsent, IReadOnlyList<(Need Need, PrintedReferral? Referral)> Needs)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(PrintedPerson);
}

/// <summary>The latest referral of a need.</summary>
public sealed record PrintedReferral(Guid NeedId, string Number, ReferralStatus Status, BilingualName Provider);
