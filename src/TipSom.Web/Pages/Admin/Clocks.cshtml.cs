using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Reference;
using TipSom.Domain.Referrals;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Admin;

/// <summary>How long each step may take, when people are reminded, and whether any need is nobody's. Holds from the next turn on.</summary>
[RequirePermission(Permission.KeepClocks)]
public sealed class ClocksModel(TipSomDbContext db) : PageModel, IShowsRecord
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [FromQuery(Name = "saved")]
    public bool IsSaved { get; init; }

    /// <summary>In the order of the form: each urgency with its steps.</summary>
    public IReadOnlyList<ClockRule> Clocks { get; private set; } = [];

    public IReadOnlyList<EscalationRule> Ladder { get; private set; } = [];

    /// <summary>Open needs that are nobody's turn, or whose turn no clock watches. There is never one.</summary>
    public int NobodysNeeds { get; private set; }

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Clocks = [.. (await db.ClockRules.ToListAsync(ct)).OrderBy(c => c.Urgency).ThenBy(c => c.Step)];
        Ladder = [.. (await db.EscalationRules.ToListAsync(ct)).OrderBy(r => r.Turn).ThenBy(r => r.Rung)];
        NobodysNeeds = await db.Database.SqlQuery<int>($"select count(*)::integer as \"Value\" from security.needs_of_nobody()").SingleAsync(ct);
        return null;
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new InputModel
        {
            Clocks = [.. Clocks.Select(c => new ClockInput { Urgency = c.Urgency, Step = c.Step, Hours = (decimal)c.Allowed.TotalHours })],
            RemindAt = PercentOf(EscalationRung.Half),
            EscalateAt = PercentOf(EscalationRung.Twice)
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!Clocks.Select(c => (c.Urgency, c.Step)).SequenceEqual(Input.Clocks.Select(c => (c.Urgency, c.Step))))
            return BadRequest();
        if (!ModelState.IsValid)
            return Page();
        foreach (var (clock, typed) in Clocks.Zip(Input.Clocks))
            clock.Allow(TimeSpan.FromHours((double)typed.Hours!.Value));
        ClockRule.RefuseUnordered(Clocks);
        foreach (var rule in Ladder.Where(r => r.Rung != EscalationRung.Due))
            rule.ComeAfter((rule.Rung == EscalationRung.Half ? Input.RemindAt : Input.EscalateAt)!.Value / 100m);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/admin/clocks?saved=true");
    }

    private int? PercentOf(EscalationRung rung) => Ladder.FirstOrDefault(r => r.Rung == rung) is { } rule ? (int)(rule.Share * 100) : null;

    public sealed class InputModel
    {
        public List<ClockInput> Clocks { get; set; } = [];

        /// <summary>Per cent of the time after which whoever must act is reminded.</summary>
        [Required, Range(10, 90)]
        public int? RemindAt { get; set; }

        /// <summary>Per cent of the time after which the national desk is told.</summary>
        [Required, Range(125, 500)]
        public int? EscalateAt { get; set; }
    }

    public sealed class ClockInput
    {
        public Urgency Urgency { get; set; }

        public ClockStep Step { get; set; }

        [Required, Range(0.25, 720)]
        public decimal? Hours { get; set; }
    }
}
