using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TipSom.Web.Binding;

namespace TipSom.Web.TagHelpers;

/// <summary>
/// Gives every posting form a key of its own, so that a double post or a lost answer does the act once.
/// A page shown again with errors keeps the key that was posted: it is still the same act.
/// </summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    // After the framework's own form helper, which works the address out.
    public override int Order => 1000;

    [HtmlAttributeName("ts-once")]
    public bool Once { get; set; } = true;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var method = output.Attributes["method"]?.Value?.ToString() ?? context.AllAttributes["method"]?.Value?.ToString();
        if (!string.Equals(method, "post", StringComparison.OrdinalIgnoreCase))
            return;
        // The framework leaves its token out where a form names its address.
        if (context.AllAttributes["action"]?.Value.ToString() is { Length: > 0 } && !context.AllAttributes.ContainsName("asp-antiforgery"))
            output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
        if (!Once)
            return;
        var key = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        key.MergeAttribute("type", "hidden");
        key.MergeAttribute("name", FormKeys.Once);
        key.MergeAttribute("value", (Posted(output) ?? Guid.CreateVersion7()).ToString());
        output.PostContent.AppendHtml(key);
    }

    private Guid? Posted(TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return null;
        var action = output.Attributes["action"]?.Value?.ToString();
        var isThisForm = string.IsNullOrEmpty(action) || action == request.Path + request.QueryString || action == request.Path;
        return isThisForm && Guid.TryParse(request.Form[FormKeys.Once], out var posted) ? posted : null;
    }
}
