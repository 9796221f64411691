using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Victims;

/// <summary>Asks whether a person's data may be shared, and keeps the answer, yes or no.</summary>
[RequirePermission(Permission.RecordConsent)]
public sealed class ConsentModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : VictimPageModel(db)
{
    // Spoken by most of those the portal serves; the others follow in the order of the census.
    private static readonly string[] FirstLanguages = ["urd", "pnb", "snd", "pus", "bal", "skr"];

    /// <summary>Whom consent names.</summary>
    public enum Reach
    {
        AnyUnderAgreement,
        Chosen
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Languages { get; private set; } = [];

    public IReadOnlyList<Choice> Providers { get; private set; } = [];

    public IReadOnlyList<Consent> Earlier { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<ConsentBasis> Grounds => Person.CountsAsChild
        ? [ConsentBasis.Guardian, ConsentBasis.ChildProtectionAuthority, ConsentBasis.CourtOrder, ConsentBasis.DangerToLife]
        : [ConsentBasis.OwnConsent, ConsentBasis.CourtOrder, ConsentBasis.DangerToLife];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var languages = await Db.CodeList.AsNoTracking().Where(l => l.List == "language_iso639_3" && l.IsOffered).OrderBy(l => l.SortOrder).ToListAsync(ct);
        Languages =
        [
            .. languages.OrderBy(l => Array.IndexOf(FirstLanguages, l.Code) is >= 0 and var place ? place : FirstLanguages.Length)
                .Select(l => new Choice(l.Code, l.LabelIn(System.Globalization.CultureInfo.CurrentUICulture)))
        ];
        var today = PakistanTime.DayOf(Now);
        var providers = await (
                from a in Db.Agreements
                join p in Db.Agencies on a.ProviderAgencyId equals p.Id
                where a.Status == AgreementStatus.Signed && a.InForceFrom <= today && (a.InForceTo == null || a.InForceTo >= today)
                    && (a.LeadAgencyId == Case.HoldingAgencyId || EF.Property<List<Guid>>(a, "referringAgencyIds").Contains(Case.HoldingAgencyId))
                select new { p.Id, Name = new BilingualName(p.NameEn, p.NameUr) })
            .Distinct().ToListAsync(ct);
        Providers = [.. providers.Select(p => new Choice(p.Id.ToString(), p.Name.Here)).OrderBy(c => c.Label, StringComparer.CurrentCulture)];
        Earlier = await Db.Consents.AsNoTracking().Where(c => c.VictimId == Person.Id).OrderByDescending(c => c.GivenAt).ToListAsync(ct);
        return null;
    }

    public void OnGet() => Input = new InputModel
    {
        Basis = Person.CountsAsChild ? null : ConsentBasis.OwnConsent,
        LanguageCode = Person.LanguageCode,
        Categories = [DataCategory.Risk, DataCategory.Name, DataCategory.IdentityNumber]
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Case.MustBeOpen();
        Judge();
        if (!ModelState.IsValid)
            return Page();
        var now = Now;
        var consent = Consent.Record(Person, Input.Answer(), user.Actor, now);
        Db.Add(consent);
        Case.Record(consent.IsGiven ? CaseEventKind.ConsentGiven : CaseEventKind.ConsentRefused, user.Actor, now, Person.Position);
        await Db.SaveChangesAsync(ct);
        if (!consent.IsGiven)
            return ToCase(CaseNotice.ConsentRefused);
        var inHand = await Db.Referrals.Where(r => r.VictimId == Person.Id).Select(r => new { r.NeedId, r.Status }).ToListAsync(ct);
        var next = Person.OpenNeeds.OrderBy(n => n.Service)
            .FirstOrDefault(n => !inHand.Any(r => r.NeedId == n.Id && (r.Status.IsLive() || r.Status == ReferralStatus.Closed)));
        return next is null || !Case.IsOpen
            ? ToCase(CaseNotice.ConsentGiven)
            : LocalRedirect($"/cases/{Case.Number}/people/{Person.Position}/refer?need={next.Id}");
    }

    // What depends on the person and on the lists, which no annotation knows.
    private void Judge()
    {
        if (Input.LanguageCode is not null && Languages.All(l => l.Value != Input.LanguageCode))
            ModelState.AddModelError("Input.LanguageCode", texts["Choose the language."]);
        if (Input.Agrees != true)
            return;
        if (Input.Basis == ConsentBasis.Guardian && Input.Guardian is null)
            ModelState.AddModelError("Input.Guardian", texts["Say whether the guardian may be involved."]);
        if (Person.CountsAsChild && Input.ChildsView is null)
            ModelState.AddModelError("Input.ChildsView", texts["Say what the child says, or that the child cannot say."]);
        if (Input.Recipients == Reach.Chosen && (Input.ProviderIds.Count == 0 || Input.ProviderIds.Any(id => Providers.All(p => p.Value != id.ToString()))))
            ModelState.AddModelError("Input.ProviderIds", texts["Choose at least one provider."]);
        if (Input.ExpiresOn < PakistanTime.DayOf(Now))
            ModelState.AddModelError("Input.ExpiresOn", texts["Choose today or a day to come."]);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Say whether the person agrees.")]
        public bool? Agrees { get; set; }

        [Required(ErrorMessage = "Choose who decides, or on what ground.")]
        public ConsentBasis? Basis { get; set; }

        public GuardianInvolvement? Guardian { get; set; }

        public ChildsView? ChildsView { get; set; }

        [Required(ErrorMessage = "Choose how it was given.")]
        public ConsentForm? Form { get; set; }

        [Required(ErrorMessage = "Choose the language.")]
        public string? LanguageCode { get; set; }

        public bool ThroughInterpreter { get; set; }

        public Reach Recipients { get; set; }

        // Empty here and filled when the page is opened: a box that was unticked posts nothing, and must not come back ticked.
        public List<Guid> ProviderIds { get; set; } = [];

        public List<DataCategory> Categories { get; set; } = [];

        public DateOnly? ExpiresOn { get; set; }

        public List<ConsentPurpose> Purposes { get; set; } = [];

        public List<ConsentPoint> PointsRead { get; set; } = [];

        internal ConsentAnswer Answer() => new(
            Agrees!.Value, Basis!.Value, Form!.Value, Basis == ConsentBasis.Guardian ? Guardian ?? GuardianInvolvement.NotAsked : GuardianInvolvement.NotAsked,
            LanguageCode!, ThroughInterpreter, Recipients == Reach.Chosen ? ProviderIds : [], Categories, EndOf(ExpiresOn))
        {
            Purposes = Purposes,
            PointsRead = PointsRead,
            ChildsView = ChildsView
        };

        // The last day is meant whole, in Pakistan.
        private static DateTimeOffset? EndOf(DateOnly? day) => day is { } last
            ? new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(last.AddDays(1).ToDateTime(TimeOnly.MinValue), PakistanTime.Zone), TimeSpan.Zero)
            : null;
    }
}
