using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TipSom.Web.TagHelpers;

/// <summary>A typed answer: label, hint, error and an input, or a text area when it has more than one row.</summary>
[HtmlTargetElement("ts-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IStringLocalizer<Ui> texts) : QuestionTagHelper(texts)
{
    /// <summary>text, number, tel, email, date, time, datetime-local, file or password.</summary>
    public string Type { get; set; } = "text";

    public string? Dir { get; set; }

    public string? Inputmode { get; set; }

    /// <summary>Off unless a page says so: the next user of a shared computer must not be offered a victim's data.</summary>
    public string Autocomplete { get; set; } = "off";

    /// <summary>xs, s, m, l or full: the width tells how long the answer is.</summary>
    public string Width { get; set; } = "l";

    public int Rows { get; set; } = 1;

    public int? Maxlength { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Html.AddClass(output, "field");
        if (Error is not null)
            Html.AddClass(output, "has-error");
        var label = Html.Element("label", null, null);
        label.MergeAttribute("for", Id);
        AddLabelText(label.InnerHtml);
        output.Content.AppendHtml(label);
        AddHintAndError(output.Content);
        output.Content.AppendHtml(Control());
    }

    private TagBuilder Control()
    {
        var value = Type is "password" or "file" ? "" : Values.Count > 0 ? Values[0] : "";
        TagBuilder control;
        if (Rows > 1)
        {
            control = new TagBuilder("textarea");
            control.MergeAttribute("rows", Rows.ToString(System.Globalization.CultureInfo.InvariantCulture));
            // HTML swallows one line break after the opening tag.
            control.InnerHtml.AppendHtml("\n").Append(value);
        }
        else
        {
            control = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            // A number input drops Urdu digits before they reach us: text with a numeric keypad accepts them.
            control.MergeAttribute("type", Type == "number" ? "text" : Type);
            if (value.Length > 0)
                control.MergeAttribute("value", value);
        }

        control.MergeAttribute("id", Id);
        control.MergeAttribute("name", Name);
        control.AddCssClass("w-" + Width);
        Add(control, "dir", Dir ?? Direction());
        Add(control, "inputmode", Inputmode ?? (Type == "number" ? "numeric" : null));
        Add(control, "autocomplete", Autocomplete);
        Add(control, "maxlength", Maxlength?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add(control, "aria-describedby", DescribedBy);
        Add(control, "aria-invalid", Error is null ? null : "true");
        if (Autocomplete == "off" && Type is "text")
            control.MergeAttribute("spellcheck", "false");
        return control;
    }

    private string? Direction() => Type switch
    {
        "number" or "tel" or "email" or "password" => "ltr",
        "text" => "auto",
        _ => null,
    };

    private static void Add(TagBuilder control, string name, string? value)
    {
        if (value is not null)
            control.MergeAttribute(name, value);
    }
}
