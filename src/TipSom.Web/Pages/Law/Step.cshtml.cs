using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Law;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;
using TipSom.Domain.Suspects;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Law;

/// <summary>Records a step of the investigation or the trial; time limits start and end with it.</summary>
[RequirePermission(Permission.KeepLaw)]
public sealed class StepModel(TipSomDbContext db, LegalSteps steps, CurrentUser user, IStringLocalizer<Ui> texts) : LawPageModel(db, user)
{
    private IReadOnlyList<LawPerson> people = [];
    private IReadOnlyList<Suspect> suspects = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Stages { get; private set; } = [];

    public IReadOnlyList<Choice> Courts { get; private set; } = [];

    public IEnumerable<Choice> People => people.Select(p => new Choice($"{p.Position}", $"{texts["Person {0}", p.Position]}: {texts[p.Word]}"));

    public IEnumerable<Choice> Accused => suspects.Select(s => new Choice($"{s.Position}", texts["Suspect {0}", s.Position]));

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var codes = await Db.CodeChoicesAsync(ct, "legal_stage", "court_type");
        // An FIR has a page of its own, which asks for its number.
        (Stages, Courts) = ([.. codes["legal_stage"].Where(s => s.Value != LegalStep.Fir)], [.. codes["court_type"]]);
        people = await PeopleAsync(ct);
        suspects = await SuspectsAsync(ct);
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Stage is { } stage && Stages.All(s => s.Value != stage))
            ModelState.AddModelError("Input.Stage", texts["Choose a step."]);
        if (Input.Court is { } court && Courts.All(c => c.Value != court))
            ModelState.AddModelError("Input.Court", texts["Choose a court of the list."]);
        if (!ModelState.IsValid)
            return Page();
        if ((Input.Person is not null && people.All(p => p.Position != Input.Person)) || (Input.Accused is not null && suspects.All(s => s.Position != Input.Accused)))
            return NotFound();
        var day = Input.Day!.Value;
        var step = await steps.RecordAsync(
            Case,
            new LegalStepFacts(
                Input.Stage!, PakistanTime.MomentOf(day, Input.Time ?? TimeOnly.MinValue), day, Input.Court,
                people.FirstOrDefault(p => p.Position == Input.Person)?.Id, suspects.FirstOrDefault(s => s.Position == Input.Accused)?.Id),
            Input.Note, CurrentUser.Actor, ct);
        await Db.SaveChangesAsync(ct);
        return ToLaw(step.IsInReflection ? LawNotice.StepInReflection : LawNotice.StepRecorded);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose a step."), StringLength(12)]
        public string? Stage { get; set; }

        [Required(ErrorMessage = "Choose the day.")]
        public DateOnly? Day { get; set; }

        public TimeOnly? Time { get; set; }

        [StringLength(20)]
        public string? Court { get; set; }

        public int? Person { get; set; }

        public int? Accused { get; set; }

        [StringLength(LegalStep.NoteMaxLength)]
        public string? Note { get; set; }
    }
}
