using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Web.Plots;
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

    /// <summary>The published figures of 2019 and 2020, and some that are invented: a gap, a zero, a long name.</summary>
    public IReadOnlyDictionary<string, Plot> Plots => new Dictionary<string, Plot>
    {
        ["groups"] = new PartitionPlot(texts["Victims identified, by group"], texts["Group"], texts["Persons"],
        [
            new(texts["Women"], 15_255), new(texts["Men"], 9_581), new(texts["Children"], 6_937), new(texts["Transgender persons"], 249)
        ])
        { Notes = [texts["Published figures of 2020."]] },
        ["referred"] = new BarPlot(texts["Referred, by province"], texts["Province"], [texts["Women"], texts["Men"]],
        [
            new(texts["Punjab"], 6_120, 2_410), new(texts["Sindh"], 1_939, 1_334), new(texts["A unit whose name does not fit on one line of this picture"], null, 0)
        ]),
        ["years"] = new SeriesPlot(texts["Forced labour, by year"], texts["Year"], ["2016", "2017", "2018", "2019", "2020"],
        [
            new(texts["Forced labour"], [410, null, 655, 760, 30]), new(texts["Organised begging"], [120, 150, null, null, 240])
        ]),
        ["funnel"] = new FunnelPlot(texts["From identified to in care"], texts["Persons"],
        [
            new(texts["Identified"], 32_022), new(texts["Referred"], 11_803), new(texts["In care"], null)
        ]),
        ["answers"] = new StepsPlot(texts["Time to an answer"], texts["Hours waited for the answer"], texts["Referrals"],
        [
            new("<2", 12), new("2–4", 31), new("4–24", 44), new("24–48", 9), new(">48", 0)
        ])
    };

    /// <summary><paramref name="errors"/> shows the page as a refused form leaves it, without posting one.</summary>
    public IActionResult OnGet(bool errors, string? plot, PlotFormat format)
    {
        if (plot is not null)
            return Plots.TryGetValue(plot, out var asked) ? asked.ToFile(format, plot, texts) : NotFound();
        if (!errors)
            return Page();
        Input.Age = 200;
        TryValidateModel(Input, nameof(Input));
        ModelState.AddModelError("", texts["Someone else answered this while the page was open."]);
        return Page();
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
