CREATE TABLE "bookings"."bookings" (
	"id" text PRIMARY KEY DEFAULT public.pana_id() NOT NULL,
	"owner_id" text NOT NULL,
	"sitter_id" text,
	"listing_id" text,
	"title" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookings_nights_check" CHECK ("bookings"."bookings"."ends_on" > "bookings"."bookings"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "bookings"."listings" (
	"id" text PRIMARY KEY DEFAULT public.pana_id() NOT NULL,
	"owner_id" text NOT NULL,
	"title" text NOT NULL,
	"dollars_per_night" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "listings_title_check" CHECK (length("bookings"."listings"."title") BETWEEN 3 AND 80),
	CONSTRAINT "listings_price_check" CHECK ("bookings"."listings"."dollars_per_night" BETWEEN 1 AND 1000)
);
--> statement-breakpoint
ALTER TABLE "bookings"."bookings" ADD CONSTRAINT "bookings_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings"."bookings" ADD CONSTRAINT "bookings_sitter_id_users_id_fk" FOREIGN KEY ("sitter_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings"."bookings" ADD CONSTRAINT "bookings_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "bookings"."listings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings"."listings" ADD CONSTRAINT "listings_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bookings_owner_id_idx" ON "bookings"."bookings" USING btree ("owner_id","starts_on");--> statement-breakpoint
CREATE INDEX "bookings_sitter_id_idx" ON "bookings"."bookings" USING btree ("sitter_id");--> statement-breakpoint
CREATE INDEX "bookings_listing_id_idx" ON "bookings"."bookings" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "listings_owner_id_idx" ON "bookings"."listings" USING btree ("owner_id");--> statement-breakpoint
-- Written by hand, as Drizzle has no word for it: nights are booked once, however many ask at the same moment.
ALTER TABLE "bookings"."bookings" ADD CONSTRAINT "bookings_once" EXCLUDE USING gist ("listing_id" WITH =, daterange("starts_on", "ends_on") WITH &&);
