using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Law;

/// <summary>Whether a border crossing is part of it, and who investigates: as the table says, or as a person decides with a reason.</summary>
[RequirePermission(Permission.KeepLaw)]
public sealed class LeadModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : LawPageModel(db, user)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<Choice> Borders => Enum.GetValues<BorderCrossing>().Select(b => new Choice(b.ToString(), texts[Labels.Of(b)]));

    public IEnumerable<Choice> Leads =>
    [
        new(nameof(LeadChoice.ByLaw), texts["As the law says"]),
        new(nameof(LeadChoice.Police), texts[CaseWords.ShortLead(AgencyKind.Police)]),
        new(nameof(LeadChoice.Fia), texts[CaseWords.ShortLead(AgencyKind.Fia)])
    ];

    public IReadOnlyList<Choice> Courts { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Courts = [.. (await Db.CodeChoicesAsync(ct, "court_type"))["court_type"]];
        return null;
    }

    public void OnGet() => Input = new InputModel
    {
        Border = Case.Border,
        Lead = Law?.DecidedLead switch { AgencyKind.Fia => LeadChoice.Fia, AgencyKind.Police => LeadChoice.Police, _ => LeadChoice.ByLaw },
        Court = Law?.DecidedCourt,
        Reason = Law?.SealedReason is { } kept ? cipher.Open<string>(SealKinds.LeadReason, Case.Id, kept) : null
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input is { Lead: LeadChoice.Police or LeadChoice.Fia, Reason: null })
            ModelState.AddModelError("Input.Reason", texts["Write why another agency than the law names should investigate."]);
        if (Input.Court is { } court && Courts.All(c => c.Value != court))
            ModelState.AddModelError("Input.Court", texts["Choose a court of the list."]);
        if (!ModelState.IsValid)
            return Page();
        var now = clock.GetUtcNow();
        Case.LearnBorder(Input.Border!.Value, CurrentUser.Actor, now);
        if (Input.Lead == LeadChoice.ByLaw)
            TheLaw().FollowTable(Case, CurrentUser.Actor, now);
        else
            TheLaw().DecideLead(
                Case, Input.Lead == LeadChoice.Fia ? AgencyKind.Fia : AgencyKind.Police, Input.Court,
                cipher.Seal(SealKinds.LeadReason, Case.Id, Input.Reason), CurrentUser.Actor, now);
        await Db.SaveChangesAsync(ct);
        return ToLaw(LawNotice.Saved);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose whether a border was crossed.")]
        public BorderCrossing? Border { get; set; }

        [Required(ErrorMessage = "Choose who investigates.")]
        public LeadChoice? Lead { get; set; }

        [StringLength(20)]
        public string? Court { get; set; }

        [StringLength(CaseLaw.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}

/// <summary>Who investigates, in the words of the form.</summary>
public enum LeadChoice
{
    ByLaw,
    Police,
    Fia
}
