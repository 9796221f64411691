using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Dev;

/// <summary>Every part a page is made of, plain and with errors: what axe, screenshots and a new colleague look at first. Development only.</summary>
[AllowAnonymous]
public sealed class ComponentsModel(IStringLocalizer<Ui> texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? District { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<Choice> Safety =>
    [
        new("Yes", texts["Yes"]),
        new("No", texts["No"]),
        new("Unknown", texts["Do not know"], texts["Choose this when in doubt."]),
    ];

    public IReadOnlyList<Choice> Needs =>
    [
        new("Shelter", texts["Safe place to stay"]),
        new("Medical", texts["Medical care"]),
        new("Legal", texts["Legal aid"]),
    ];

    public IReadOnlyList<Choice> Districts =>
    [
        new("LHR", texts["Lahore"], Group: texts["Punjab"]),
        new("MUL", texts["Multan"], Group: texts["Punjab"]),
        new("KHI", texts["Karachi"], Group: texts["Sindh"]),
    ];

    /// <summary><paramref name="errors"/> shows the page as a refused form leaves it, without posting one.</summary>
    public void OnGet(bool errors)
    {
        if (!errors)
            return;
        Input.Age = 200;
        TryValidateModel(Input, nameof(Input));
        ModelState.AddModelError("", texts["Someone else answered this while the page was open."]);
    }

    public IActionResult OnPost() => ModelState.IsValid ? RedirectToPage() : Page();

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Write a name or nickname."), StringLength(80)]
        public string? Name { get; set; }

        [Range(0, 120, ErrorMessage = "Write an age from 0 to 120.")]
        public int? Age { get; set; }

        [StringLength(15)]
        public string? Cnic { get; set; }

        [Required(ErrorMessage = "Write on which day the person was found.")]
        public DateOnly? FoundOn { get; set; }

        [Required(ErrorMessage = "Say whether the person is in danger now.")]
        public string? InDanger { get; set; }

        [StringLength(100)]
        public string? Danger { get; set; }

        [Required(ErrorMessage = "Choose at least one need.")]
        public IReadOnlyList<string>? Needs { get; set; }

        [Required(ErrorMessage = "Choose a district.")]
        public string? District { get; set; }

        [StringLength(2000)]
        public string? Note { get; set; }

        [Range(typeof(bool), "true", "true", ErrorMessage = "Confirm that the person understood.")]
        public bool Understood { get; set; }
    }
}
