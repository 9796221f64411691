using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Finding;
using TipSom.Domain.Assessment;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Suspects;
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

    protected override bool OutlivesErasing => true;

    public string? Narrative { get; private set; }

    public IReadOnlyList<PersonView> People { get; private set; } = [];

    /// <summary>The latest lines of the timeline.</summary>
    public IReadOnlyList<CaseLine> Events { get; private set; } = [];

    public bool ProposesHandOver => Works && Case.IsOpen && Case.ProposedLead != Holder.Kind;

    public RiskLevel HighestRisk => People.Max(p => p.Risk);

    /// <summary>The one thing to do first; null where nothing is left for the sender.</summary>
    public (string Label, string Url)? NextStep =>
        !Case.IsOpen || !Works ? null
        : People.FirstOrDefault(p => p.Consent == ConsentState.ToAsk && p.MergedInto is null) is { } unasked ? ("Record consent", UrlOf(unasked, "consent"))
        : People.Where(p => p.Consent == ConsentState.InForce && p.MergedInto is null).SelectMany(p => p.Needs, (p, n) => (Person: p, Need: n)).FirstOrDefault(x => x.Need.IsToRefer)
            is ({ } person, { } need) ? ("Refer", ReferUrlOf(person, need))
        : null;

    public string UrlOf(PersonView person, string act) => $"/cases/{Case.Number}/people/{person.Position}/{act}";

    public string ReferUrlOf(PersonView person, NeedView need) => $"{UrlOf(person, "refer")}?need={need.Id}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Narrative = cipher.OpenUnlessErased<string>(SealKinds.Narrative, Case.Id, Case.SealedNarrative);
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
                v.MayBeContacted,
                Roles = v.Roles.Where(r => r.Until == null).Select(r => r.Role).ToList(),
                Ties = Db.FamilyTies.Where(t => t.Until == null && (t.PersonId == v.Id || t.RelativeId == v.Id)).Select(t => new { t.PersonId, t.RelativeId, t.Kind, t.KeepTogether }).ToList(),
                NeedsALook = Db.Suspects.Any(s => s.VictimId == v.Id && s.SealedWhyAccused != null && s.LookedAt == null && s.Status != SuspectStatus.Cleared),
                Language = Db.CodeList.Where(l => l.List == "language_iso639_3" && l.Code == v.LanguageCode)
                    .Select(l => new { l.LabelEn, l.LabelUr }).FirstOrDefault(),
                Reflection = Db.ReflectionPeriods.Where(p => p.VictimId == v.Id).OrderByDescending(p => p.Version).FirstOrDefault(),
                HasIdentity = Db.VictimIdentities.Any(i => i.VictimId == v.Id),
                AlsoIn = OtherCases.Of(v.Id),
                MergedInto = Db.PersonMerges.Where(m => m.VictimId == v.Id && m.UndoneAt == null)
                    .Join(Db.Victims, m => m.IntoVictimId, f => f.Id, (_, f) => (int?)f.Position).FirstOrDefault(),
                Needs = v.Needs.Where(n => n.EndedAt == null).Select(n => new { n.Id, n.Service, n.Urgency }).ToList()
            })
            .AsSingleQuery().ToListAsync(ct);
        People =
        [
            .. people.Select(v => new PersonView(
                v.Position, v.Sex, v.Age, v.SafetyWhenLogged, v.Risk,
                v.Language is { } l ? new BilingualName(l.LabelEn, l.LabelUr ?? l.LabelEn) : null,
                v.HasIdentity,
                StateOf(consents[v.Id].FirstOrDefault(), now),
                [.. v.Needs.OrderBy(n => n.Service).Select(n => new NeedView(n.Id, n.Service, n.Urgency, referrals[n.Id].FirstOrDefault()))])
            {
                Roles = [.. v.Roles.Order()],
                MayBeContacted = v.MayBeContacted,
                NeedsALook = v.NeedsALook,
                Ties =
                [
                    .. v.Ties.Select(t => (Tie: t, Other: people.Find(o => o.Id != v.Id && (o.Id == t.PersonId || o.Id == t.RelativeId))!))
                        .Select(x => new TieView(x.Tie.Kind, x.Tie.PersonId == v.Id, x.Tie.KeepTogether, x.Other.Position, x.Other.Sex, x.Other.Age))
                        .OrderBy(x => x.Position)
                ],
                Reflection = v.Reflection,
                AlsoIn = v.AlsoIn?.Split(' ') ?? [],
                MergedInto = v.MergedInto
            })
            // A second entry of somebody stands below the first.
            .OrderBy(p => p.MergedInto ?? p.Position).ThenBy(p => p.Position)
        ];
        Events = await CaseLine.Of(Db, Case.Id).Take(LinesShown).ToListAsync(ct);
    }

    // The latest answer is the one that holds.
    internal static ConsentState StateOf(Consent? latest, DateTimeOffset now) => latest switch
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
        int Position, Sex Sex, Age Age, Safety Safety, RiskLevel Risk, BilingualName? Language, bool HasIdentity, ConsentState Consent, IReadOnlyList<NeedView> Needs)
    {
        public IReadOnlyList<PersonRole> Roles { get; init; } = [];

        public IReadOnlyList<TieView> Ties { get; init; } = [];

        /// <summary>Whether any way to reach the person is safe; null where nobody asked.</summary>
        public bool? MayBeContacted { get; init; }

        /// <summary>Whether the person is accused, and no supervisor has looked at it.</summary>
        public bool NeedsALook { get; init; }

        /// <summary>The days in which no statement is owed; null where none were noted.</summary>
        public ReflectionPeriod? Reflection { get; init; }

        /// <summary>Other cases in which the person is known to be, with a hyphen before those the reader does not see.</summary>
        public IReadOnlyList<string> AlsoIn { get; init; } = [];

        /// <summary>Position of the first entry of the same person; null where this is the first or the only one.</summary>
        public int? MergedInto { get; init; }
    }

    /// <summary>A need and the latest referral that answers it.</summary>
    public sealed record NeedView(Guid Id, ServiceType Service, Urgency Urgency, ReferralView? Referral)
    {
        /// <summary>Whether nobody has it in hand.</summary>
        public bool IsToRefer => Referral is null || Referral.Status is ReferralStatus.Declined or ReferralStatus.Withdrawn;
    }

    public sealed record ReferralView(Guid NeedId, string Number, ReferralStatus Status, BilingualName Provider, DateTimeOffset? DueAt);
}
