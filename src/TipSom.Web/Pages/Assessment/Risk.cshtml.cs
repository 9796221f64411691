using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Assessment;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Assessment;

/// <summary>Judges the risk to the person, says why, and when it is looked at again. A person judges; nothing is computed.</summary>
[RequirePermission(Permission.AssessPeople)]
public sealed class RiskModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts)
    : AssessmentPageModel(db, user, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public RiskAssessment? Latest { get; private set; }

    public IReadOnlyList<EarlierVersion> Earlier { get; private set; } = [];

    public bool IsReviewDue => Case.IsOpen && Person.RiskReviewOn <= Today;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var versions = await Db.RiskAssessments.AsNoTracking().Where(r => r.VictimId == Person.Id).OrderByDescending(r => r.Version)
            .Take(MostVersions).ToListAsync(ct);
        Latest = versions.FirstOrDefault();
        Earlier = [.. versions.Select(r => new EarlierVersion(r.Written, Words(r)))];
        return null;
    }

    public void OnGet()
    {
        if (Latest is not { } known)
            return;
        Input = new InputModel
        {
            Level = known.Level,
            Reasons = [.. known.Reasons],
            Transport = known.Transport,
            Note = known.SealedNote is { } kept ? cipher.Open<string>(SealKinds.RiskNote, known.Id, kept) : null
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var id = Guid.CreateVersion7();
        Db.Add(RiskAssessment.Record(
            id, Case, Person, new RiskFacts(Input.Level!.Value, Input.Reasons, Input.Transport, Input.ReviewOn),
            Input.Note is { } note ? cipher.Seal(SealKinds.RiskNote, id, note) : null, new Versions(Input.Version, Latest?.Version ?? 0), Actor, Today, Now));
        await Db.SaveChangesAsync(ct);
        return Saved("risk");
    }

    private string Words(RiskAssessment assessment) =>
        string.Join(" · ", assessment.Reasons.Select(r => texts[AssessmentLabels.Of(r)].Value).Prepend(texts[Labels.Of(assessment.Level)]));

    public sealed class InputModel
    {
        public int Version { get; set; }

        [Required(ErrorMessage = "Choose how high the risk is.")]
        public RiskLevel? Level { get; set; }

        public List<RiskReason> Reasons { get; set; } = [];

        public SafeTransport? Transport { get; set; }

        public DateOnly? ReviewOn { get; set; }

        [MaxLength(Writing.NoteMaxLength)]
        public string? Note { get; set; }
    }
}
