using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Data.Finding;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Finding;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Filters;
using TipSom.Web.Pages.Finding;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Cases;

/// <summary>
/// The fast path: what is known now, then a look over it, then the case. Both steps are this page; between them the answers travel in
/// the form, and nothing is stored before the case is.
/// </summary>
[RequirePermission(Permission.LogCases)]
public sealed class NewModel(TipSomDbContext db, LogCase log, AlikePeople alike, CurrentUser user, IStringLocalizer<Ui> texts) : PageModel, IShowsRecord
{
    /// <summary>What the pressed button asks for.</summary>
    public enum Act
    {
        Check,
        Change,
        Save,

        /// <summary>Save although the officer found the person in another case.</summary>
        SaveAnyway
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public Act Step { get; set; }

    public IReadOnlyList<Choice> Districts { get; private set; } = [];

    /// <summary>Whether the answers are shown to be checked instead of the questions.</summary>
    public bool IsCheck { get; private set; }

    /// <summary>Who may be the same person.</summary>
    public Finds Alike { get; private set; } = Finds.None;

    /// <summary>The case the officer goes on in instead.</summary>
    public string? GoTo { get; private set; }

    public AgencyKind Lead => Jurisdiction.ProposedLead(Input.Kind, Input.Crossing);

    /// <summary>Whether another kind of agency than the officer's should lead.</summary>
    public bool ProposesHandOver { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input.DistrictCode = await db.Units.Where(u => u.Id == user.UnitId).Select(u => u.DistrictCode).SingleAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Input.DistrictCode is not null && Districts.All(d => d.Value != Input.DistrictCode))
            ModelState.AddModelError("Input.DistrictCode", texts["Choose a district."]);
        if (Input is { IsSmuggled: true, Crossing: not BorderCrossing.AcrossBorder })
            ModelState.AddModelError("Input.IsSmuggled", texts["Smuggling takes a border: choose that the person was moved across it, or take the mark off."]);
        if (Step == Act.Change || !ModelState.IsValid)
            return Page();
        var identity = new IdentityDetails(Input.Who.Name, null, Input.Who.KeptIdNumber, null);
        var said = await alike.ReadAsync(Input.Alike, ct);
        if (Step == Act.Save && said.FirstOrDefault(s => s.Answer == DuplicateAnswer.Same) is { } same)
        {
            alike.GoOnThere(same);
            GoTo = same.Case.Number;
        }

        if (Step == Act.Check || GoTo is not null)
        {
            IsCheck = true;
            ProposesHandOver = await db.Agencies.Where(a => a.Id == user.AgencyId).Select(a => a.Kind).SingleAsync(ct) != Lead;
            Alike = await alike.AskAsync(identity, Input.Person.Age, Input.DistrictCode, Input.Alike, ModelState, ct);
            await db.SaveChangesAsync(ct);
            return Page();
        }

        var @case = await log.LogAsync(
            new CaseFacts(Input.Kind, Input.DistrictCode!, Input.Crossing, Input.KeptReference),
            Input.Person.Facts(Input.Needs),
            identity,
            Input.Happened,
            user.Actor,
            ct);
        alike.Keep(said, @case, @case.Victims[0]);
        await db.SaveChangesAsync(ct);
        if (Input.AskAfter)
            return LocalRedirect($"/cases/{@case.Number}/people/1/connect");
        return LocalRedirect($"/cases/{@case.Number}?done={CaseNotice.Logged}");
    }

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Districts = await db.DistrictChoicesAsync(ct);
        return null;
    }

    public sealed class InputModel
    {
        public PersonInput Person { get; set; } = new();

        [Required(ErrorMessage = "Choose a district.")]
        public string? DistrictCode { get; set; }

        public List<ServiceType> Needs { get; set; } = [];

        public WhoInput Who { get; set; } = new();

        public BorderCrossing? Border { get; set; }

        /// <summary>Whether nothing but the smuggling is known.</summary>
        public bool IsSmuggled { get; set; }

        [StringLength(Case.NarrativeMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Happened { get; set; }

        [StringLength(30, ErrorMessage = "Write at most {1} characters.")]
        [ReadableStationReference(ErrorMessage = "Enter the number and the year, for example 123/2026, or leave it empty.")]
        public string? StationReference { get; set; }

        /// <summary>What the officer says of those who may be the same person.</summary>
        public List<AlikeInput> Alike { get; set; } = [];

        /// <summary>Whether to ask another unit about the person, once the case is saved.</summary>
        public bool AskAfter { get; set; }

        public CaseKind Kind => IsSmuggled ? CaseKind.Smuggling : CaseKind.Trafficking;

        public BorderCrossing Crossing => Border ?? BorderCrossing.Unknown;

        public string? KeptReference => ReadableStationReferenceAttribute.Read(StationReference);

        /// <summary>Every answer as the form posts it, to travel hidden while they are checked.</summary>
        public IEnumerable<KeyValuePair<string, string?>> Carried() =>
        [
            new("Input.Person.Safety", $"{Person.Safety}"),
            new("Input.Person.Sex", $"{Person.Sex}"),
            new("Input.Person.Years", $"{Person.Years}"),
            new("Input.Person.IsAbout", Person.IsAbout ? "true" : null),
            new("Input.Person.IsUnknown", Person.IsUnknown ? "true" : null),
            new("Input.DistrictCode", DistrictCode),
            .. Needs.Distinct().Select(n => KeyValuePair.Create("Input.Needs", (string?)n.ToString())),
            new("Input.Who.Name", Who.Name),
            new("Input.Who.IdNumber", Who.IdNumber),
            new("Input.Border", $"{Border}"),
            new("Input.IsSmuggled", IsSmuggled ? "true" : null),
            new("Input.Happened", Happened),
            new("Input.StationReference", StationReference)
        ];
    }
}
