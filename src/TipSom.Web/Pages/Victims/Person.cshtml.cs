using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Assessment;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Victims;

/// <summary>One person of a case without a name: what is known in clear, and what is still to be recorded.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class PersonModel(TipSomDbContext db, TimeProvider clock) : VictimPageModel(db)
{
    /// <summary>What was just done, one of <see cref="PersonNotice"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public bool HasIdentity { get; private set; }

    public IReadOnlyList<PersonRole> Roles { get; private set; } = [];

    public IReadOnlyList<TieView> Ties { get; private set; } = [];

    public BilingualName? Language { get; private set; }

    public BilingualName? Citizenship { get; private set; }

    /// <summary>The suspects this person is entered as, where the reader sees the investigation.</summary>
    public IReadOnlyList<AccusedAs> Accused { get; private set; } = [];

    /// <summary>Position of the first entry of the same person; null where this is the first or the only one.</summary>
    public int? MergedInto { get; private set; }

    public IReadOnlyList<PersonTask> Tasks { get; private set; } = [];

    /// <summary>Where an answer is changed; none for who only reads.</summary>
    public string? UrlToChange(string act) => Works ? $"{PersonUrl}/{act}" : null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        // One statement, however much is kept: what the page is made of beside the person.
        var found = await (
                from v in Db.Victims.AsNoTracking()
                where v.Id == Person.Id
                select new
                {
                    HasIdentity = Db.VictimIdentities.Any(i => i.VictimId == v.Id),
                    Consent = Db.Consents.Where(c => c.VictimId == v.Id).OrderByDescending(c => c.GivenAt).FirstOrDefault(),
                    Language = Db.CodeList.Where(l => l.List == CodeChoices.Languages && l.Code == v.LanguageCode).Select(l => new { l.LabelEn, l.LabelUr }).FirstOrDefault(),
                    Country = Db.CodeList.Where(l => l.List == CodeChoices.Countries && l.Code == v.CitizenshipCode).Select(l => new { l.LabelEn, l.LabelUr }).FirstOrDefault(),
                    Roles = v.Roles.Where(r => r.Until == null).Select(r => r.Role).ToList(),
                    Ties = (
                        from t in Db.FamilyTies
                        join o in Db.Victims on t.PersonId == v.Id ? t.RelativeId : t.PersonId equals o.Id
                        where t.Until == null && (t.PersonId == v.Id || t.RelativeId == v.Id)
                        select new { t.Kind, IsFirst = t.PersonId == v.Id, t.KeepTogether, o.Position, o.Sex, o.Age.Years, o.Age.IsApproximate }).ToList(),
                    Referrals = Db.Referrals.Where(r => r.VictimId == v.Id).Select(r => new { r.NeedId, r.Status }).ToList(),
                    MergedInto = Db.PersonMerges.Where(m => m.VictimId == v.Id && m.UndoneAt == null)
                        .Join(Db.Victims, m => m.IntoVictimId, f => f.Id, (_, f) => (int?)f.Position).FirstOrDefault(),
                    Accused = Db.Suspects.Where(s => s.VictimId == v.Id)
                        .Select(s => new { s.Position, s.Status, IsToLookAt = s.SealedWhyAccused != null && s.LookedAt == null }).ToList()
                })
            .AsSingleQuery().SingleAsync(ct);
        (HasIdentity, MergedInto) = (found.HasIdentity, found.MergedInto);
        Roles = [.. found.Roles.Order()];
        Ties = [.. found.Ties.OrderBy(t => t.Position)
            .Select(t => new TieView(t.Kind, t.IsFirst, t.KeepTogether, t.Position, t.Sex, new Age(t.Years, t.IsApproximate)))];
        Language = found.Language is { } l ? new BilingualName(l.LabelEn, l.LabelUr ?? l.LabelEn) : null;
        Citizenship = found.Country is { } c ? new BilingualName(c.LabelEn, c.LabelUr ?? c.LabelEn) : null;
        Accused = [.. found.Accused.OrderBy(s => s.Position).Select(s => new AccusedAs(s.Position, s.Status, s.IsToLookAt))];
        var now = clock.GetUtcNow();
        var consent = DetailsModel.StateOf(found.Consent, now);
        // Each part of the record says how far it is in a class of its own; their lines follow each other here.
        Tasks =
        [
            .. PersonTasks.Of(Person, HasIdentity, Ties.Count, consent, found.Referrals.Select(r => (r.NeedId, r.Status))),
            .. await Db.AssessmentTasksAsync(Person.Id, PakistanTime.DayOf(now), ct)
        ];
    }

    /// <summary>A suspect the person is entered as.</summary>
    public sealed record AccusedAs(int Position, SuspectStatus Status, bool IsToLookAt)
    {
        public bool NeedsALook => IsToLookAt && Status != SuspectStatus.Cleared;

        public string Title => NeedsALook ? "Accused: needs a supervisor's look"
            : Status == SuspectStatus.Cleared ? "Was suspected once, and is suspected no longer" : "Also entered as a suspect";
    }
}
