using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data.Drafts;
using TipSom.Domain.Drafts;
using TipSom.Domain.Identity;
using TipSom.Web.Drafts;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Drafts;

/// <summary>
/// Where the script of a form keeps what is typed (wwwroot/js/drafts.js). Answers as JSON: 200 kept, 409 another draft is newer, 410 the
/// form was carried out, 413 too long, 507 too many. The same form saves again and again, so a repeat does no harm.
/// </summary>
[RequirePermission(Permission.SeeOwnWork), RepeatIsHarmless]
public sealed class SaveModel(DraftStore drafts, CurrentUser user) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || !Url.IsLocalUrl(Input.Page) || FormDrafts.FieldsOf(Input.Fields!) is not { } fields)
            return BadRequest();
        var typed = new TypedForm(
            user.Id, Input.Page, FormDrafts.TitleOf(Input.Title), FormDrafts.NumberIn(Input.Page), Input.Form, Input.BasedOn, fields);
        if (await drafts.SaveUnlessDoneAsync(typed, ct) is not { } saved)
            return StatusCode(StatusCodes.Status410Gone);
        var status = saved.Outcome switch
        {
            DraftOutcome.Kept => StatusCodes.Status200OK,
            DraftOutcome.NewerElsewhere => StatusCodes.Status409Conflict,
            DraftOutcome.TooLong => StatusCodes.Status413PayloadTooLarge,
            DraftOutcome.TooMany => StatusCodes.Status507InsufficientStorage
        };
        return saved.Draft is { } draft
            ? new JsonResult(new { saved = draft.Version, at = PortalTime.Clock(draft.SavedAt), idle = (int)user.Idle.TotalSeconds }) { StatusCode = status }
            : StatusCode(status);
    }

    public sealed class InputModel
    {
        [Required, StringLength(Draft.PageMaxLength)]
        public string? Page { get; set; }

        [Required, StringLength(Draft.TitleMaxLength)]
        public string? Title { get; set; }

        /// <summary>The key of the rendered form.</summary>
        public Guid Form { get; set; }

        /// <summary>The version of the draft the form was filled from, or saved last.</summary>
        public long BasedOn { get; set; }

        /// <summary>Name and value of each field, as JSON.</summary>
        [Required]
        public string? Fields { get; set; }
    }
}
