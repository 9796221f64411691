using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Identity;
using TipSom.Domain.Drafts;

namespace TipSom.Data.Mapping;

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("drafts", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_drafts_emptied_when_ended", "(ended_at is not null) = (octet_length(sealed_content) = 0)");
            // What is typed and the seal round it.
            t.HasCheckConstraint("ck_drafts_size", "octet_length(sealed_content) <= 65536 + 1024");
            t.HasCheckConstraint("ck_drafts_kept_28_days", "expires_at = saved_at + interval '672 hours'");
        });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Page).HasMaxLength(Draft.PageMaxLength);
        builder.Property(d => d.Title).HasMaxLength(Draft.TitleMaxLength);
        builder.Property(d => d.Number).HasMaxLength(Draft.NumberMaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.UserId, d.Page }).IsUnique().HasDatabaseName("ux_drafts_user_id_page");
        builder.HasIndex(d => d.ExpiresAt).HasDatabaseName("ix_drafts_expires_at").HasFilter("ended_at is null");
    }
}
