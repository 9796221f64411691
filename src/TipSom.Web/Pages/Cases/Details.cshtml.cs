using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Finding;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Cases;

/// <summary>One case: its people without a name, what is to do, and what happened last.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class DetailsModel(TipSomDbContext db, RecordCipher cipher, TimeProvider clock) : CasePageModel(db)
{
    private const int LinesShown = 5;

    /// <summary>What was just done, one of <see cref="CaseNotice"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Narrative { get; private set; }

    public IReadOnlyList<PersonView> People { get; private set; } = [];

    /// <summary>The latest lines of the timeline.</summary>
    public IReadOnlyList<CaseLine> Events { get; private set; } = [];

    public bool ProposesHandOver => Case.IsOpen && Case.ProposedLead != Holder.Kind;

    public RiskLevel HighestRisk => People.Max(p => p.Risk);

    /// <summary>The one thing to do first; null where nothing is left for the sender.</summary>
    public (string Label, string Url)? NextStep =>
        !Case.IsOpen ? null
        : People.FirstOrDefault(p => p.Consent == ConsentState.ToAsk && p.MergedInto is null) is { } unasked ? ("Record consent", UrlOf(unasked, "consent"))
        : People.Where(p => p.Consent == ConsentState.InForce && p.MergedInto is null).SelectMany(p => p.Needs, (p, n) => (Person: p, Need: n)).FirstOrDefault(x => x.Need.IsToRefer)
            is ({ } person, { } need) ? ("Refer", ReferUrlOf(person, need))
        : null;

    public string UrlOf(PersonView person, string act) => $"/cases/{Case.Number}/people/{person.Position}/{act}";

    public string ReferUrlOf(PersonView person, NeedView need) => $"{UrlOf(person, "refer")}?need={need.Id}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Case.SealedNarrative is { } kept)
            Narrative = cipher.Open<string>(SealKinds.Narrative, Case.Id, kept);
        var now = clock.GetUtcNow();
        var consents = (await Db.Consents.AsNoTracking().Where(c => c.CaseId == Case.Id).OrderByDescending(c => c.GivenAt).ToListAsync(ct))
            .ToLookup(c => c.VictimId);
        var referrals = (await (
                    from r in Db.Referrals
                    join a in Db.Agencies on r.ToAgencyId equals a.Id
                    where r.CaseId == Case.Id
                    orderby r.SentAt descending
                    select new ReferralView(r.NeedId, r.Number, r.Status, new BilingualName(a.NameEn, a.NameUr), r.DueAt))
                .ToListAsync(ct))
            .ToLookup(r => r.NeedId);
        var people = await Db.Victims.Where(v => v.CaseId == Case.Id).OrderBy(v => v.Position)
            .Select(v => new
            {
                v.Id,
                v.Position,
                v.Sex,
                v.Age,
                v.SafetyWhenLogged,
                v.Risk,
                Language = Db.CodeList.Where(l => l.List == "language_iso639_3" && l.Code == v.LanguageCode)
                    .Select(l => new { l.LabelEn, l.LabelUr }).FirstOrDefault(),
                HasIdentity = Db.VictimIdentities.Any(i => i.VictimId == v.Id),
                AlsoIn = OtherCases.Of(v.Id),
                MergedInto = Db.PersonMerges.Where(m => m.VictimId == v.Id && m.UndoneAt == null)
                    .Join(Db.Victims, m => m.IntoVictimId, f => f.Id, (_, f) => (int?)f.Position).FirstOrDefault(),
                Needs = v.Needs.Select(n => new { n.Id, n.Service, n.Urgency }).ToList()
            })
            .ToListAsync(ct);
        People =
        [
            .. people.Select(v => new PersonView(
                v.Position, v.Sex, v.Age, v.SafetyWhenLogged, v.Risk,
                v.Language is { } l ? new BilingualName(l.LabelEn, l.LabelUr ?? l.LabelEn) : null,
                v.HasIdentity,
                StateOf(consents[v.Id].FirstOrDefault(), now),
                [.. v.Needs.OrderBy(n => n.Service).Select(n => new NeedView(n.Id, n.Service, n.Urgency, referrals[n.Id].FirstOrDefault()))],
                v.AlsoIn?.Split(' ') ?? [],
                v.MergedInto))
            // A second entry of somebody stands below the first.
            .OrderBy(p => p.MergedInto ?? p.Position).ThenBy(p => p.Position)
        ];
        Events = await CaseLine.Of(Db, Case.Id).Take(LinesShown).ToListAsync(ct);
    }

    // The latest answer is the one that holds.
    private static ConsentState StateOf(Consent? latest, DateTimeOffset now) => latest switch
    {
        null => ConsentState.ToAsk,
        { IsGiven: false } => ConsentState.Refused,
        { WithdrawnAt: not null } => ConsentState.Withdrawn,
        _ => latest.IsInForce(now) ? ConsentState.InForce : ConsentState.ToAsk
    };

    /// <summary>Where the question of consent stands.</summary>
    public enum ConsentState
    {
        /// <summary>Not asked yet, or run out.</summary>
        ToAsk,
        InForce,
        Refused,
        Withdrawn
    }

    /// <summary>A person as the case shows them: without a name.</summary>
    public sealed record PersonView(
        int Position, Sex Sex, Age Age, Safety Safety, RiskLevel Risk, BilingualName? Language, bool HasIdentity, ConsentState Consent, IReadOnlyList<NeedView> Needs,
        IReadOnlyList<string> AlsoIn, int? MergedInto);

    /// <summary>A need and the latest referral that answers it.</summary>
    public sealed record NeedView(Guid Id, ServiceType Service, Urgency Urgency, ReferralView? Referral)
    {
        /// <summary>Whether nobody has it in hand.</summary>
        public bool IsToRefer => Referral is null || Referral.Status is ReferralStatus.Declined or ReferralStatus.Withdrawn;
    }

    public sealed record ReferralView(Guid NeedId, string Number, ReferralStatus Status, BilingualName Provider, DateTimeOffset? DueAt);
}
