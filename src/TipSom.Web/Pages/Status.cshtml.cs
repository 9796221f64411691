using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TipSom.Web.Pages;

/// <summary>The page of a refusal. Never says whether a record exists: "not there" and "not yours" read alike.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    public (string Title, string Advice) Sentence { get; private set; }

    public void OnGet(int code)
    {
        Sentence = SentenceFor(code);
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
    }

    private static (string Title, string Advice) SentenceFor(int code) => code switch
    {
        400 => ("This could not be read", "The page sent something the portal does not expect, or was open for too long. Go back, open the page again and send it once more."),
        403 => ("You can't open this", "Your role does not include this page, or your agency does not hold the record. Ask your supervisor if you need it."),
        405 => ("This can't be done here", "The page cannot be used in this way. Go back and use the buttons on the page."),
        409 => ("Someone else was faster", "The record changed while this page was open. Open it again to see what is true now."),
        429 => ("Too many attempts", "Wait a few minutes, then try again."),
        503 => ("TipSom cannot be reached for a moment", "The portal cannot reach its records. It recovers by itself. Wait a minute, then try again. What was saved before is safe."),
        >= 500 => ("Something went wrong on our side", "What you sent last may not have been saved. Go back, check it, and try again. If it happens again, call the help desk and give the reference number."),
        _ => ("This page is not here", "It does not exist, or your agency does not hold it. Check the number, or look for it in your lists."),
    };
}
