using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TipSom.Web.TagHelpers;

/// <summary>What was wrong, at the head of the page, each with a link to its question; takes the focus. Nothing when nothing was wrong.</summary>
[HtmlTargetElement("ts-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<Ui> texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, Message: error.ErrorMessage)))
            .Where(error => error.Message.Length > 0)
            .Distinct()
            .OrderBy(error => PlaceOf(error.Key), StringComparer.Ordinal)
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Html.AddClass(output, "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        // The browser moves the focus without any script.
        output.Attributes.Add(new TagHelperAttribute("autofocus"));
        output.Content.AppendHtml(Html.Element("h2", null, texts["There is a problem"]));
        var list = new TagBuilder("ul");
        foreach (var (key, message) in errors)
        {
            var line = new TagBuilder("li");
            if (key.Length == 0)
                line.InnerHtml.Append(message);
            else
                line.InnerHtml.AppendHtml(LinkTo(key, message));
            list.InnerHtml.AppendHtml(line);
        }

        output.Content.AppendHtml(list);
    }

    // Model state keeps its keys by alphabet; people read the page from the top, where questions stand as the model declares them.
    private string PlaceOf(string key)
    {
        var place = new System.Text.StringBuilder();
        var type = ViewContext.ViewData.Model?.GetType();
        foreach (var part in key.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var property = type?.GetProperty(part.Split('[')[0]);
            place.Append(CultureInfo.InvariantCulture, $"{property?.MetadataToken ?? 0:X8}");
            type = property?.PropertyType;
        }

        return place.ToString();
    }

    private static TagBuilder LinkTo(string key, string message)
    {
        var link = Html.Element("a", null, message);
        link.MergeAttribute("href", "#" + QuestionTagHelper.IdOf(key));
        return link;
    }
}
